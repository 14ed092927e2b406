package uz.chorsu.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private TestDatabase test;

  @BeforeEach
  void create() {
    test = TestDatabase.create("fruit");
  }

  @AfterEach
  void drop() {
    test.close();
  }

  @Test
  void aRoomsTablesAreMadeInItsOwnSchema() {
    int rows =
        test.database()
            .ordinary()
            .withHandle(handle -> {
              handle.execute("INSERT INTO fruit.apple (name) VALUES (?)", "Oqtosh");
              return handle.createQuery("SELECT count(*) FROM fruit.apple").mapTo(int.class).one();
            });
    assertThat(rows).isEqualTo(1);
  }
}
