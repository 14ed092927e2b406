package uz.chorsu.tiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// A town of a few things, one or two for each layer, written as an editor writes it: without
/// versions, relations first, new things with negative ids, one thing deleted, one id twice.
final class SmallTown {
  private SmallTown() {}

  static final String XML =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <osm version='0.6' generator='a test'>
        <bounds minlat='41.0' minlon='66.0' maxlat='41.02' maxlon='66.02'/>
        <relation id='-900'>
          <member type='way' ref='205' role='outer'/>
          <tag k='type' v='boundary'/><tag k='boundary' v='administrative'/>
          <tag k='admin_level' v='6'/><tag k='name' v='Sinov tumani'/>
        </relation>
        <way id='200'>
          <nd ref='1'/><nd ref='2'/><nd ref='3'/>
          <tag k='highway' v='primary'/><tag k='oneway' v='yes'/><tag k='ref' v='M39'/>
          <tag k='name' v='Chinor koʻchasi'/><tag k='name:uz' v='Chinor koʻchasi'/>
          <tag k='name:ru' v='улица Чинор'/><tag k='name:en' v='Chinor Street'/>
        </way>
        <way id='-201'>
          <nd ref='3'/><nd ref='-4'/>
          <tag k='highway' v='residential'/><tag k='bridge' v='yes'/><tag k='name' v='Soy'/>
        </way>
        <way id='202'>
          <nd ref='11'/><nd ref='12'/><nd ref='13'/><nd ref='14'/><nd ref='11'/>
          <tag k='building' v='yes'/><tag k='building:levels' v='4'/>
          <tag k='addr:housenumber' v='7A'/><tag k='amenity' v='hospital'/>
          <tag k='name' v='1-shifoxona'/><tag k='name:ru' v='Больница № 1'/>
        </way>
        <way id='203'>
          <nd ref='21'/><nd ref='22'/><nd ref='23'/><nd ref='21'/>
          <tag k='leisure' v='park'/><tag k='name' v='Bogʻ'/>
        </way>
        <way id='204'><nd ref='21'/><nd ref='2'/><tag k='waterway' v='canal'/></way>
        <way id='205'><nd ref='1'/><nd ref='21'/><nd ref='23'/><nd ref='1'/></way>
        <way id='206' action='delete'><nd ref='1'/><nd ref='3'/><tag k='highway' v='motorway'/></way>
        <way id='207'><nd ref='1'/><nd ref='99999'/><nd ref='13'/><tag k='railway' v='rail'/></way>
        <node id='23' lat='41.010' lon='66.012'/>
        <node id='1' lat='41.001' lon='66.001'/>
        <node id='2' lat='41.001' lon='66.010'/>
        <node id='3' lat='41.002' lon='66.018'/>
        <node id='-4' lat='41.015' lon='66.018'/>
        <node id='11' lat='10' lon='10'/>
        <node id='11' lat='41.0050' lon='66.0050'/>
        <node id='12' lat='41.0050' lon='66.0060'/>
        <node id='13' lat='41.0056' lon='66.0060'/>
        <node id='14' lat='41.0056' lon='66.0050'/>
        <node id='21' lat='41.006' lon='66.012'/>
        <node id='22' lat='41.010' lon='66.018'/>
        <node id='31' lat='41.003' lon='66.003'>
          <tag k='place' v='town'/><tag k='name' v='Sinov'/><tag k='name:en' v='Trial'/>
        </node>
        <node id='32' lat='41.004' lon='66.004'>
          <tag k='amenity' v='fire_station'/><tag k='name' v='1-qism'/>
        </node>
        <node id='33' lat='41.007' lon='66.007'><tag k='emergency' v='fire_hydrant'/></node>
        <node id='34' visible='false'/>
      </osm>
      """;

  static byte[] xml() {
    return XML.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzipped(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
