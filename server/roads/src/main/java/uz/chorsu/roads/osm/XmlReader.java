package uz.chorsu.roads.osm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.osm.OsmSink.Member;

/// OpenStreetMap XML (wiki.openstreetmap.org/wiki/OSM_XML). Children of an element may come in any
/// order; elements marked as deleted are left out.
final class XmlReader {
  private static final int PROGRESS_EVERY = 4096;

  private final OsmFile file;
  private final InputStream in;
  private final OsmSink sink;
  private final Runnable progress;
  private int elements;

  XmlReader(OsmFile file, InputStream in, OsmSink sink, Runnable progress) {
    this.file = file;
    this.in = in;
    this.sink = sink;
    this.progress = progress;
  }

  void read() throws IOException {
    var factory = XMLInputFactory.newFactory();
    // A map needs no DTD, and a DTD could read other files.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        readDocument(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof EOFException cutOff) {
        throw cutOff;
      }
      if (e.getNestedException() instanceof IOException broken) {
        throw broken;
      }
      throw notWellFormed(e);
    }
  }

  private Refused notWellFormed(XMLStreamException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String place =
        e.getLocation() == null
            ? ""
            : " in line "
                + e.getLocation().getLineNumber()
                + ", column "
                + e.getLocation().getColumnNumber();
    return file.refused("well-formed XML, but it breaks" + place + ": " + message);
  }

  private void readDocument(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext() && !xml.isStartElement()) {
      xml.next();
    }
    if (!xml.isStartElement() || !xml.getLocalName().equals("osm")) {
      String root = xml.isStartElement() ? "<" + xml.getLocalName() + ">" : "nothing";
      throw file.refused("OpenStreetMap XML, which starts with <osm>, but it starts with " + root);
    }
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "node" -> readNode(xml);
          case "way" -> readWay(xml);
          case "relation" -> readRelation(xml);
          default -> skip(xml);
        }
        if (++elements % PROGRESS_EVERY == 0) {
          progress.run();
        }
      }
    }
  }

  private void readNode(XMLStreamReader xml) throws XMLStreamException {
    if (!sink.wants(ElementType.NODE) || isDeleted(xml)) {
      skip(xml);
      return;
    }
    long id = id(xml, "id");
    double lat = degrees(xml, "lat", 90);
    double lon = degrees(xml, "lon", 180);
    var body = new Body();
    readBody(xml, body);
    sink.node(id, lat, lon, body.tags);
  }

  private void readWay(XMLStreamReader xml) throws XMLStreamException {
    if (!sink.wants(ElementType.WAY) || isDeleted(xml)) {
      skip(xml);
      return;
    }
    long id = id(xml, "id");
    var body = new Body();
    readBody(xml, body);
    sink.way(id, Arrays.copyOf(body.refs, body.refCount), body.tags);
  }

  private void readRelation(XMLStreamReader xml) throws XMLStreamException {
    if (!sink.wants(ElementType.RELATION) || isDeleted(xml)) {
      skip(xml);
      return;
    }
    long id = id(xml, "id");
    var body = new Body();
    readBody(xml, body);
    sink.relation(id, body.members, body.tags);
  }

  /// What stands inside an element.
  private static final class Body {
    private Map<String, String> tags = Map.of();
    private final List<Member> members = new ArrayList<>(0);
    private long[] refs = {};
    private int refCount;

    void tag(String key, String value) {
      if (tags.isEmpty()) {
        tags = new HashMap<>();
      }
      tags.put(key, value);
    }

    void ref(long id) {
      if (refCount == refs.length) {
        refs = Arrays.copyOf(refs, Math.max(8, refCount * 2));
      }
      refs[refCount++] = id;
    }
  }

  private void readBody(XMLStreamReader xml, Body body) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (!xml.isStartElement()) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "tag" -> {
          String key = xml.getAttributeValue(null, "k");
          String value = xml.getAttributeValue(null, "v");
          if (key != null && value != null && !value.isEmpty()) {
            body.tag(key, value);
          }
        }
        case "nd" -> body.ref(id(xml, "ref"));
        case "member" -> member(xml, body);
        default -> {
          // Passed over: other tools add elements of their own.
        }
      }
      skip(xml);
    }
  }

  private void member(XMLStreamReader xml, Body body) {
    String role = xml.getAttributeValue(null, "role");
    String typeName = String.valueOf(xml.getAttributeValue(null, "type"));
    ElementType type =
        switch (typeName) {
          case "node" -> ElementType.NODE;
          case "way" -> ElementType.WAY;
          case "relation" -> ElementType.RELATION;
          default -> throw wrong(xml, "a member has the type \"" + typeName + "\"");
        };
    body.members.add(new Member(type, id(xml, "ref"), role == null ? "" : role));
  }

  private static boolean isDeleted(XMLStreamReader xml) {
    return "delete".equals(xml.getAttributeValue(null, "action"))
        || "false".equals(xml.getAttributeValue(null, "visible"));
  }

  /// Moves to the end of the element that has just begun.
  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private long id(XMLStreamReader xml, String attribute) {
    String text = xml.getAttributeValue(null, attribute);
    try {
      return Long.parseLong(String.valueOf(text));
    } catch (NumberFormatException e) {
      throw wrong(xml, attribute + " of a <" + xml.getLocalName() + "> is " + quoted(text));
    }
  }

  private double degrees(XMLStreamReader xml, String attribute, double limit) {
    String text = xml.getAttributeValue(null, attribute);
    double value;
    try {
      value = Double.parseDouble(String.valueOf(text));
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(Math.abs(value) <= limit)) {
      throw wrong(xml, attribute + " of a <node> is " + quoted(text));
    }
    return value;
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "missing" : "\"" + text.substring(0, Math.min(text.length(), 40)) + "\"";
  }

  private Refused wrong(XMLStreamReader xml, String what) {
    return file.refused(
        "valid OpenStreetMap XML, but in line " + xml.getLocation().getLineNumber() + " " + what);
  }
}
