package uz.chorsu.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tags of a way against the speeds forward and backward.
class EmergencySpeedsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          highway=residential                                     | 34 | 34
          highway=residential oneway=yes                          | 34 | 0
          highway=residential oneway=-1                           | 0  | 34
          highway=residential oneway=yes oneway:emergency=no      | 34 | 34
          highway=primary junction=roundabout                     | 58 | 0
          highway=primary maxspeed=60                             | 54 | 54
          highway=primary maxspeed=140                            | 90 | 90
          highway=primary maxspeed:forward=60 maxspeed=40         | 54 | 36
          highway=primary maxspeed=35_mph                         | 51 | 51
          highway=primary maxspeed=signals                        | 58 | 58
          highway=motorway                                        | 100 | 0
          highway=residential surface=gravel                      | 20 | 20
          highway=service access=private                          | 18 | 18
          highway=service access=no                               | 0  | 0
          highway=service access=no emergency=yes                 | 18 | 18
          highway=residential motor_vehicle=no                    | 0  | 0
          highway=residential motor_vehicle=no psv=yes            | 34 | 34
          highway=residential emergency=no                        | 0  | 0
          highway=pedestrian                                      | 0  | 0
          highway=pedestrian emergency=yes                        | 10 | 10
          highway=footway                                         | 0  | 0
          highway=footway emergency=designated                    | 8  | 8
          highway=steps emergency=yes                             | 0  | 0
          highway=construction                                    | 0  | 0
          waterway=river                                          | 0  | 0
          """)
  void a01Table(String tagText, int forward, int backward) {
    var tags = new HashMap<String, String>();
    for (String tag : tagText.split(" ", -1)) {
      String[] parts = tag.split("=", -1);
      tags.put(parts[0], parts[1].replace('_', ' '));
    }
    assertThat(EmergencySpeeds.of(tags)).isEqualTo(new EmergencySpeeds.Speeds(forward, backward));
  }
}
