package uz.chorsu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void userAndPasswordAreTakenOutOfTheAddress() {
    DatabaseAddress address =
        DatabaseAddress.parse(
            "postgresql://dis%40patch:p%40ss+word@db.city.uz:6432/chorsu?sslmode=verify-full",
            Map.of());
    assertThat(address.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.city.uz:6432/chorsu?sslmode=verify-full");
    assertThat(address.user()).isEqualTo("dis@patch");
    assertThat(address.password()).isEqualTo("p@ss+word");
    assertThat(address.toString()).doesNotContain("word");
  }

  @Test
  void userAndPasswordMayStandInTheParametersAndAreTakenOutToo() {
    DatabaseAddress address =
        DatabaseAddress.parse(
            "jdbc:postgresql://db/chorsu?user=desk&password=p&ssl=true", Map.of());
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/chorsu?ssl=true");
    assertThat(address.user()).isEqualTo("desk");
    assertThat(address.password()).isEqualTo("p");
  }

  @Test
  void theEnvironmentFillsWhatIsLeftOut() {
    DatabaseAddress address =
        DatabaseAddress.parse(
            "postgres://db/chorsu", Map.of("PGUSER", "desk", "PGPASSWORD", "secret"));
    assertThat(address)
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db:5432/chorsu", "desk", "secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chorsu",
        "mysql://root:secret@db/chorsu",
        "postgresql://:secret@/chorsu",
        "postgresql://db:secret",
        "postgresql://db/",
        "postgresql://us er:secret@db/chorsu"
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> DatabaseAddress.parse(text, Map.of()))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("must look like postgresql://")
        .message()
        .doesNotContain("secret");
  }
}
