package uz.chorsu.tiles;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// Reads OpenStreetMap XML (API 0.6) as planet files, Overpass and editors write it. Versions and
/// time stamps are not needed; what is marked as deleted is left out.
final class OsmXml {
  private final OsmStore store;
  private final List<String> tags = new ArrayList<>();
  private final List<OsmStore.Member> members = new ArrayList<>();
  private long[] nodes = new long[64];
  private int nodeCount;

  OsmXml(OsmStore store) {
    this.store = store;
  }

  /// @throws XMLStreamException if it is not well-formed, or an element lacks what it must have
  void read(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // A city file needs no DTD, and one that names outside entities must not be followed.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    try {
      xml.nextTag();
      if (!xml.getLocalName().equals("osm")) {
        throw new XMLStreamException("its root is <" + xml.getLocalName() + ">, not <osm>");
      }
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          element(xml);
        }
      }
    } finally {
      xml.close();
    }
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    String kind = xml.getLocalName();
    if (kind.equals("bounds")) {
      declareBounds(xml);
      return;
    }
    if (!(kind.equals("node") || kind.equals("way") || kind.equals("relation"))) {
      return;
    }
    boolean deleted =
        "delete".equals(xml.getAttributeValue(null, "action"))
            || "false".equals(xml.getAttributeValue(null, "visible"));
    try {
      long id = Long.parseLong(attribute(xml, "id"));
      double lat = 0;
      double lon = 0;
      if (kind.equals("node") && !deleted) {
        lat = Double.parseDouble(attribute(xml, "lat"));
        lon = Double.parseDouble(attribute(xml, "lon"));
      }
      children(xml, kind);
      if (!deleted) {
        add(kind, id, lat, lon);
      }
    } catch (NumberFormatException e) {
      throw new XMLStreamException(
          "a " + kind + " has a number that cannot be read (" + e.getMessage() + ")",
          xml.getLocation());
    }
  }

  private void declareBounds(XMLStreamReader xml) throws XMLStreamException {
    try {
      store.declare(
          new Envelope(
              Double.parseDouble(attribute(xml, "minlon")),
              Double.parseDouble(attribute(xml, "maxlon")),
              Double.parseDouble(attribute(xml, "minlat")),
              Double.parseDouble(attribute(xml, "maxlat"))));
    } catch (NumberFormatException e) {
      throw new XMLStreamException(
          "the bounds have a number that cannot be read (" + e.getMessage() + ")",
          xml.getLocation());
    }
  }

  private void add(String kind, long id, double lat, double lon) {
    String[] tagArray = tags.isEmpty() ? OsmStore.NO_TAGS : tags.toArray(String[]::new);
    switch (kind) {
      case "node" -> store.node(id, lat, lon, tagArray);
      case "way" -> store.way(id, Arrays.copyOf(nodes, nodeCount), tagArray);
      default -> store.relation(id, List.copyOf(members), tagArray);
    }
  }

  private void children(XMLStreamReader xml, String parent) throws XMLStreamException {
    tags.clear();
    members.clear();
    nodeCount = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        child(xml);
      }
    }
  }

  private void child(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "tag" -> {
        tags.add(attribute(xml, "k"));
        tags.add(attribute(xml, "v"));
      }
      case "nd" -> {
        if (nodeCount == nodes.length) {
          nodes = Arrays.copyOf(nodes, nodeCount * 2);
        }
        nodes[nodeCount++] = Long.parseLong(attribute(xml, "ref"));
      }
      case "member" -> {
        @Nullable String role = xml.getAttributeValue(null, "role");
        members.add(
            new OsmStore.Member(
                attribute(xml, "type").charAt(0),
                Long.parseLong(attribute(xml, "ref")),
                role == null ? "" : role));
      }
      default -> {
        // Bounds of a way and the like, as Overpass adds them.
      }
    }
  }

  private static String attribute(XMLStreamReader xml, String name) throws XMLStreamException {
    String value = xml.getAttributeValue(null, name);
    if (value == null || (value.isEmpty() && !(name.equals("v") || name.equals("k")))) {
      throw new XMLStreamException(
          "a " + xml.getLocalName() + " has no " + name, xml.getLocation());
    }
    return value;
  }
}
