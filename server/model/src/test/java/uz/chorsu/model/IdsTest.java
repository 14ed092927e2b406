package uz.chorsu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @Test
  void readsTheCanonicalFormInEitherCase() {
    String text = "0199D2A1-0000-7000-8000-0123456789AB";

    assertThat(UnitId.parse(text)).hasToString(text.toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E21", "1-1-1-1-1", "0199d2a1-0000-7000-8000-0123456789ab0", "🚒"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> IncidentId.parse(text))
        .isInstanceOfSatisfying(
            Refused.class,
            no -> {
              assertThat(no.field()).isEqualTo("incidentId");
              assertThat(no.value()).isEqualTo(text);
            });
  }
}
