package uz.chorsu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenerTest {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Test
  void hearsAndHearsAgainAfterItsConnectionIsLost() throws Exception {
    try (TestDatabase test = TestDatabase.create();
        Listener listener =
            test.database().listen("journal", heard::add, () -> heard.add("(connected)"))) {
      assertThat(listener).isNotNull();
      assertThat(next()).isEqualTo("(connected)");
      say(test, "one");
      assertThat(next()).isEqualTo("one");

      test.database()
          .ordinary()
          .useHandle(handle ->
              handle
                  .createQuery(
                      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                          + " WHERE application_name = 'chorsu-listen'"
                          + " AND datname = current_database()")
                  .mapTo(boolean.class)
                  .list());
      assertThat(next()).isEqualTo("(connected)");
      say(test, "two");
      assertThat(next()).isEqualTo("two");
    }
  }

  @Test
  void aCallbackThatThrowsDoesNotEndIt() throws Exception {
    try (TestDatabase test = TestDatabase.create();
        Listener listener =
            test.database()
                .listen(
                    "journal",
                    text -> {
                      heard.add(text);
                      throw new IllegalStateException("a mistake in a callback");
                    },
                    () -> heard.add("(connected)"))) {
      assertThat(listener).isNotNull();
      assertThat(next()).isEqualTo("(connected)");
      say(test, "one");
      say(test, "two");
      assertThat(next()).isEqualTo("one");
      assertThat(next()).isEqualTo("two");
    }
  }

  @Test
  void afterCloseNothingIsHeardAndCloseIsQuick() throws Exception {
    try (TestDatabase test = TestDatabase.create()) {
      Listener listener =
          test.database().listen("journal", heard::add, () -> heard.add("(connected)"));
      assertThat(next()).isEqualTo("(connected)");
      long begin = System.nanoTime();
      listener.close();
      assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(2_000);
      say(test, "too late");
      assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  void aChannelNameThatCouldBeSqlIsRefused() {
    try (TestDatabase test = TestDatabase.create()) {
      assertThatThrownBy(() -> test.database().listen("a; DROP TABLE b", heard::add, () -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void say(TestDatabase test, String text) {
    test.database()
        .ordinary()
        .useHandle(handle -> handle.execute("SELECT pg_notify('journal', ?)", text));
  }

  private String next() throws InterruptedException {
    String text = heard.poll(10, TimeUnit.SECONDS);
    return text == null ? "(nothing within 10 s)" : text;
  }
}
