package uz.chorsu.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What callers say and operators type, against what they mean, on the grid city.
class AddressSearchTest {
  @TempDir static Path folder;
  private static final CityFixture CITY = CityFixture.small(3);
  private static Roads roads;

  @BeforeAll
  static void open() {
    roads = CITY.open(folder);
  }

  @AfterAll
  static void close() {
    roads.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Amir Temur                 | STREET   | Amir Temur ko‘chasi
          amir temur kochasi         | STREET   | Amir Temur ko‘chasi
          Амир Темур                 | STREET   | Amir Temur ko‘chasi
          Амир Темур кўчаси          | STREET   | Amir Temur ko‘chasi
          ул. Амира Темура           | STREET   | Amir Temur ko‘chasi
          amir timur                 | STREET   | Amir Temur ko‘chasi
          amirtemur                  | STREET   | Amir Temur ko‘chasi
          Amri Temru                 | STREET   | Amir Temur ko‘chasi
          ami                        | STREET   | Amir Temur ko‘chasi
          навои                      | STREET   | Navoiy ko‘chasi
          Navoi st                   | STREET   | Navoiy ko‘chasi
          navoy                      | STREET   | Navoiy ko‘chasi
          бабур                      | STREET   | Bobur ko‘chasi
          babur street               | STREET   | Bobur ko‘chasi
          mirzo ulugbek              | STREET   | Mirzo Ulug‘bek shoh ko‘chasi
          Mirzo Ulug'bek             | STREET   | Mirzo Ulug‘bek shoh ko‘chasi
          Mirzo Ulugʻbek             | STREET   | Mirzo Ulug‘bek shoh ko‘chasi
          Mirzo Ulug`bek             | STREET   | Mirzo Ulug‘bek shoh ko‘chasi
          мирзо улугбек              | STREET   | Mirzo Ulug‘bek shoh ko‘chasi
          Мирзо Улуғбек шоҳ кўчаси   | STREET   | Mirzo Ulug‘bek shoh ko‘chasi
          mirza ulukbe               | STREET   | Mirzo Ulug‘bek shoh ko‘chasi
          бунёдкор                   | STREET   | Bunyodkor ko‘chasi
          bunedkor                   | STREET   | Bunyodkor ko‘chasi
          айбек                      | STREET   | Oybek ko‘chasi
          shota rustavely            | STREET   | Shota Rustaveli ko‘chasi
          Шота Руставелли            | STREET   | Shota Rustaveli ko‘chasi
          rustaveli ul               | STREET   | Shota Rustaveli ko‘chasi
          chupon ota                 | STREET   | Cho‘pon ota ko‘chasi
          Чўпон ота                  | STREET   | Cho‘pon ota ko‘chasi
          cho'pon-ota                | STREET   | Cho‘pon ota ko‘chasi
          qoyliq                     | STREET   | Qo‘yliq ko‘chasi
          куйлюк                     | STREET   | Qo‘yliq ko‘chasi
          юнусабад                   | STREET   | Yunusobod ko‘chasi
          Gafur Gulyam               | STREET   | G‘afur G‘ulom ko‘chasi
          ferghana yoli              | STREET   | Farg‘ona yo‘li
          фергана                    | STREET   | Farg‘ona yo‘li
          karimov                    | STREET   | Islom Karimov ko‘chasi
          mustakillik                | STREET   | Mustaqillik shoh ko‘chasi
          Amir Temur 12              | HOUSE    | Amir Temur ko‘chasi 12
          12 Amir Temur St           | HOUSE    | Amir Temur ko‘chasi 12
          Амира Темура, д. 12        | HOUSE    | Amir Temur ko‘chasi 12
          навои 7                    | HOUSE    | Navoiy ko‘chasi 7
          navoiy kochasi 7-uy        | HOUSE    | Navoiy ko‘chasi 7
          Oybek / Bunyodkor          | STREET   | -
          Navoiy / Beruniy           | CROSSING | Beruniy ko‘chasi / Navoiy ko‘chasi
          beruniy & navoi            | CROSSING | Beruniy ko‘chasi / Navoiy ko‘chasi
          угол Навои и Беруни        | CROSSING | Beruniy ko‘chasi / Navoiy ko‘chasi
          Navoiy va Beruniy burchagi | CROSSING | Beruniy ko‘chasi / Navoiy ko‘chasi
          corner of Navoi and Beruni | CROSSING | Beruniy ko‘chasi / Navoiy ko‘chasi
          nawoi / berunyi            | CROSSING | Beruniy ko‘chasi / Navoiy ko‘chasi
          school 21                  | PLACE    | 21-maktab
          школа 21                   | PLACE    | 21-maktab
          maktab                     | PLACE    | 21-maktab
          pahtakor                   | PLACE    | Paxtakor
          пахтакор                   | PLACE    | Paxtakor
          парк навои                 | PLACE    | Alisher Navoiy bog‘i
          shahar shifoxonasi         | PLACE    | Shahar shifoxonasi
          городская больница         | PLACE    | Shahar shifoxonasi
          """)
  void a01WhatIsMeantComesFirst(String query, Place.Kind kind, String label) {
    List<Place> found = roads.search().search(query, null, 5);
    if (label.equals("-")) {
      // These two do not meet: no crossing may be invented.
      assertThat(found).extracting(Place::kind).doesNotContain(Place.Kind.CROSSING);
    } else {
      assertThat(found).isNotEmpty();
      assertThat(found.getFirst().label()).isEqualTo(label);
      assertThat(found.getFirst().kind()).isEqualTo(kind);
    }
  }

  @Test
  void a02ACrossingIsWhereTheStreetsMeet() {
    // Avenue 4 carries the 13th name of the list, street 1 the second.
    Place crossing = roads.search().search("Navoiy / Beruniy", null, 1).getFirst();
    assertThat(crossing.point().metresTo(CITY.crossing(4, 1))).isLessThan(1);
    assertThat(crossing.alternativeNames()).contains("улица Навои", "Beruni Street");
  }

  @Test
  void a03TheLimitHoldsAndScoresFall() {
    List<Place> found = roads.search().search("ko'chasi", null, 3);
    assertThat(found).hasSize(3);
    assertThat(roads.search().search("navoi", CITY.centre(), 100))
        .extracting(Place::score)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "\"",
        "AND OR NOT",
        "*:*",
        "name:[a TO z]",
        "((((",
        "\\",
        "~~~",
        "?*",
        "/",
        "a/b/c/d",
        "\u0000\u0001",
        "\ud800",
        "\udc00x\ud83d",
        "‘’ʻ",
        "999999999999999999999999",
        "0/0",
        "𝕬𝖒𝖎𝖗",
        "ﷺ",
        "\u202e"
      })
  void b01NonsenseIsAnswered(String query) {
    assertThat(roads.search().search(query, null, 10)).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void b02LongAndRandomNonsenseIsAnswered() {
    assertThat(roads.search().search("qzwv".repeat(2_500), null, 10)).isEmpty();
    assertThat(roads.search().search("navoi ".repeat(2_000), null, 10)).isNotEmpty();
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var query = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        query.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      assertThat(roads.search().search(query.toString(), null, 10)).as("seed " + seed).isNotNull();
    }
  }

  @Test
  void c01AMapClickIsDescribed() {
    assertThat(roads.describe(CITY.at(56, 150 + 8)).orElseThrow().label())
        .isEqualTo("Navoiy ko‘chasi 2");
    Place street = roads.describe(CITY.at(300, 75)).orElseThrow();
    assertThat(street.kind()).isEqualTo(Place.Kind.STREET);
    assertThat(street.label()).isEqualTo(CITY.avenueName(2));
    assertThat(roads.describe(CITY.offNetwork())).isEmpty();
  }
}
