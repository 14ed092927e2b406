package uz.chorsu.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.chorsu.model.GeoPoint;

/// Real extracts: sorted, unsorted, PBF and XML. The files are found through `CHORSU_REAL_DATA`.
class RealCitiesTest {
  @TempDir static Path folder;
  private static Path osm = Path.of("");

  @BeforeAll
  static void findData() {
    String data = System.getenv("CHORSU_REAL_DATA");
    assumeTrue(data != null, "CHORSU_REAL_DATA is not set: no OpenStreetMap extracts");
    osm = Path.of(data, "osm");
  }

  private static Roads open(String name) {
    Path file = osm.resolve(name);
    assumeTrue(Files.exists(file), name + " is missing from CHORSU_REAL_DATA/osm");
    Path city = new CityImport(folder.resolve("cities")).importFile(file, ImportProgress.NONE);
    return Roads.open(city);
  }

  private static void checkTimes(Roads roads, long seed) {
    var random = new Random(seed);
    TreeLaw.check(roads, random, 200);
    TreeLaw.closeSome(roads, random, 40);
    TreeLaw.check(roads, random, 200);
  }

  private static void finds(Roads roads, String query, String label) {
    List<Place> found = roads.search().search(query, null, 3);
    assertThat(found).as(query).extracting(Place::label).contains(label);
  }

  @Test
  void a01Monaco() {
    try (Roads roads = open("monaco.osm.pbf")) {
      assertThat(roads.city().counts().turnRestrictions()).isGreaterThan(20);
      assertThat(roads.landmarks()).hasSizeGreaterThan(10);
      finds(roads, "av pincesse grace", "Avenue Princesse Grace");
      finds(roads, "принцесс грас", "Avenue Princesse Grace");
      finds(roads, "bd des moulin", "Boulevard des Moulins");
      finds(roads, "26 avenue princesse grace", "Avenue Princesse Grace 26");
      finds(roads, "rue grimldi 999", "Rue Grimaldi");
      finds(roads, "grimaldi / aureglia", "Rue Grimaldi / Tunnel Aureglia");
      finds(roads, "kenedy & albert 1er", "Avenue John F. Kennedy / Boulevard Albert 1er");
      finds(roads, "monte carlo casno", "Casino de Monte Carlo");
      finds(roads, "hopital princesse grace", "Centre Hospitalier Princesse Grace");
      finds(roads, "oceanografic", "Musée Océanographique");
      checkTimes(roads, 1);
    }
  }

  @Test
  void a02ColumbusUnsorted() {
    try (Roads roads = open("columbus.osm.pbf")) {
      assertThat(roads.city().counts().directedEdges()).isGreaterThan(50_000);
      finds(roads, "North High St", "North High Street");
      finds(roads, "1540 olentangy river rd", "Olentangy River Road 1540");
      finds(roads, "196 w 11th ave", "W. 11th Ave 196");
      finds(roads, "wst brod street", "West Broad Street");
      finds(roads, "broad & grenner", "Grener Avenue / West Broad Street");
      finds(roads, "corner of james road and bridgeway ave", "Bridgeway Avenue / James Road");
      finds(roads, "zimerman ct", "Zimmerman Court");
      finds(roads, "773 Niel Avenue", "Neil Avenue 773");
      finds(roads, "ohio stadum", "Ohio Stadium");
      Travel travel =
          roads
              .timesTo(new GeoPoint(39.9612, -82.9988))
              .from(roads.snap(new GeoPoint(40.0017, -83.0180)));
      // From the Ohio Stadium to the Statehouse: 6 km or so.
      assertThat(travel.estimate()).isEqualTo(Estimate.ROAD);
      assertThat(travel.metres()).isBetween(5_500.0, 9_000.0);
      assertThat(travel.seconds()).isBetween(240.0, 900.0);
      checkTimes(roads, 2);
    }
  }

  @Test
  void a03Andorra() {
    try (Roads roads = open("andorra.osm.pbf")) {
      finds(roads, "avinguda carlemny", "Avinguda Carlemany");
      finds(roads, "Carlemny / Constitucio", "Avinguda Carlemany / Carrer de la Constituciò");
      finds(roads, "av meritxell 11", "Avinguda Meritxell 11");
      checkTimes(roads, 3);
    }
  }

  @Test
  void a04KremsInPackedXml() {
    try (Roads roads = open("krems.osm.gz")) {
      assertThat(roads.city().name()).isEqualTo("Krems an der Donau");
      finds(roads, "hafenstrasse 77", "Hafenstraße 77");
      finds(roads, "Gottweigergasse 5", "Göttweigergasse 5");
      finds(roads, "unter landstr / kremstalstr", "Kremstalstraße / Untere Landstraße");
      checkTimes(roads, 4);
    }
  }
}
