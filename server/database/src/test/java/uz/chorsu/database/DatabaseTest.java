package uz.chorsu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
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
  void aRoomsTablesAreMadeInItsOwnSchemaAndOnlyOnce() {
    Jdbi jdbi = test.database().ordinary();
    jdbi.useHandle(handle -> handle.execute("INSERT INTO fruit.apple (name) VALUES (?)", "Oqtosh"));
    test.database().migrate("fruit");
    assertThat(count(jdbi, "SELECT count(*) FROM fruit.apple")).isEqualTo(1);
    assertThat(count(jdbi, "SELECT count(*) FROM fruit.schema_history WHERE type = 'SQL'"))
        .isEqualTo(1);
  }

  @Test
  void aMigrationThatFailsIsNamedAndLeavesNothing() {
    assertThatThrownBy(() -> test.database().migrate("rotten"))
        .isInstanceOfSatisfying(
            DatabaseFailure.class,
            e -> assertThat(e.reason()).isEqualTo(DatabaseFailure.Reason.MIGRATION))
        .hasMessageContaining("V1__pears.sql");
    assertThat(
            count(
                test.database().ordinary(),
                "SELECT count(*) FROM information_schema.tables WHERE table_name = 'pear'"))
        .isZero();
  }

  @Test
  void callsHaveConnectionsWhenEverythingElseHasTakenItsOwn() throws Exception {
    Database database = test.database();
    int all = database.ordinaryFigures().maximum();
    CountDownLatch taken = new CountDownLatch(all);
    CountDownLatch giveBack = new CountDownLatch(1);
    List<Future<Boolean>> held = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < all; i++) {
        held.add(
            threads.submit(() ->
                database
                    .ordinary()
                    .withHandle(handle -> {
                      handle.execute("SELECT 1");
                      taken.countDown();
                      return giveBack.await(30, TimeUnit.SECONDS);
                    })));
      }
      taken.await();
      try {
        assertThat(count(database.reserved(), "SELECT 1")).isEqualTo(1);
        assertThat(database.isReady()).isTrue();
        long begin = System.nanoTime();
        assertThatThrownBy(() -> count(database.ordinary(), "SELECT 1"))
            .isInstanceOf(ConnectionException.class);
        assertThat((System.nanoTime() - begin) / 1e9).isBetween(4.5, 7.0);
      } finally {
        giveBack.countDown();
      }
    }
    assertThat(held).allMatch(Future::resultNow);
  }

  @Test
  void everyStatementHasATimeLimit() {
    for (Jdbi jdbi : new Jdbi[] {test.database().ordinary(), test.database().reserved()}) {
      assertThat(setting(jdbi, "statement_timeout")).isEqualTo("30s");
      assertThat(setting(jdbi, "lock_timeout")).isEqualTo("5s");
      assertThat(setting(jdbi, "idle_in_transaction_session_timeout")).isEqualTo("30s");
    }
  }

  @Test
  void aWrongPasswordIsRefusedWithoutRepeatingIt() {
    DatabaseAddress wrong =
        new DatabaseAddress(test.address().jdbcUrl(), test.address().user(), "s3cret-guess");
    assertThatThrownBy(() -> Database.open(wrong, Database.Sizes.DEFAULT))
        .isInstanceOfSatisfying(
            DatabaseFailure.class,
            e -> assertThat(e.reason()).isEqualTo(DatabaseFailure.Reason.UNREACHABLE))
        .message()
        .contains("127.0.0.1")
        .doesNotContain("s3cret-guess");
  }

  private static int count(Jdbi jdbi, String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(int.class).one());
  }

  private static String setting(Jdbi jdbi, String name) {
    return jdbi.withHandle(handle -> handle.createQuery("SHOW " + name).mapTo(String.class).one());
  }
}
