package uz.chorsu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {
  @ParameterizedTest
  @CsvSource({"90.0001,0,lat", "-91,0,lat", "NaN,0,lat", "0,180.5,lon", "0,Infinity,lon"})
  void placesOutsideTheEarthAreRefusedByName(double lat, double lon, String field) {
    assertThatThrownBy(() -> new GeoPoint(lat, lon))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).isEqualTo(field));
  }

  @Test
  void theEdgesOfTheEarthAreOnIt() {
    assertThat(new GeoPoint(90, 180).metresTo(new GeoPoint(90, -180))).isCloseTo(0, within(1e-6));
  }

  /// A degree of a meridian is 2πR/360 with the mean radius of the IUGG.
  @Test
  void oneDegreeOfLatitudeIs111195Metres() {
    assertThat(new GeoPoint(41, 69).metresTo(new GeoPoint(42, 69)))
        .isCloseTo(111_195.08, within(0.01));
  }

  @Test
  void antipodesAreHalfTheEarthApart() {
    assertThat(new GeoPoint(0, 0).metresTo(new GeoPoint(0, 180)))
        .isCloseTo(Math.PI * 6_371_008.8, within(0.01));
  }
}
