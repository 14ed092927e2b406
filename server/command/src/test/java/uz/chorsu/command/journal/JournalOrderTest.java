package uz.chorsu.command.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.database.Database;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.UuidV7;

/// Many write at once, some give up, and a follower that only asks for what comes after its last
/// entry sees every entry once and in rising order.
class JournalOrderTest {
  private static final int WRITERS = 16;
  private static final int CHANGES_EACH = 60;

  @Test
  void aFollowerMissesNothing() throws Exception {
    try (TestDatabase test = TestDatabase.create("command")) {
      Database database = test.database();
      InstantSource clock = InstantSource.system();
      Changes changes = new Changes(database, clock, new UuidV7(clock, new SecureRandom()));
      Journal journal = new Journal(database);
      AtomicBoolean writing = new AtomicBoolean(true);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<List<Recorded>> follower = threads.submit(() -> follow(journal, writing));
        List<Callable<List<String>>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
          int number = i;
          writers.add(() -> write(changes, number));
        }
        List<String> written = new ArrayList<>();
        for (Future<List<String>> done : threads.invokeAll(writers)) {
          written.addAll(done.get());
        }
        writing.set(false);
        List<Recorded> seen = follower.get();
        assertThat(seen).extracting(Recorded::text).containsExactlyInAnyOrderElementsOf(written);
        assertThat(seen).extracting(Recorded::seq).isSorted().doesNotHaveDuplicates();
        assertThat(journal.last()).isEqualTo(seen.getLast().seq());
        assertThat(journal.oldest()).isEqualTo(seen.getFirst().seq());
      }
    }
  }

  @Test
  void nothingIsTakenBack() {
    try (TestDatabase test = TestDatabase.create("command")) {
      InstantSource clock = InstantSource.system();
      Changes changes = new Changes(test.database(), clock, new UuidV7(clock, new SecureRandom()));
      changes.perform(Actor.NOBODY, change -> change.record(Entry.of("test", "stays")));
      for (String sql :
          List.of(
              "UPDATE command.journal SET text = 'changed'",
              "DELETE FROM command.journal",
              "TRUNCATE command.journal")) {
        assertThatThrownBy(
                () -> test.database().ordinary().useHandle(handle -> handle.execute(sql)))
            .hasMessageContaining("append-only");
      }
    }
  }

  private static List<Recorded> follow(Journal journal, AtomicBoolean writing) {
    List<Recorded> seen = new ArrayList<>();
    long last = 0;
    while (true) {
      boolean more = writing.get();
      List<Recorded> rows = journal.after(last, 37);
      seen.addAll(rows);
      last = rows.isEmpty() ? last : rows.getLast().seq();
      if (rows.isEmpty() && !more) {
        return seen;
      }
    }
  }

  private static List<String> write(Changes changes, int number) {
    Random random = new Random(number);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < CHANGES_EACH; i++) {
      String text = number + "/" + i;
      boolean givesUp = random.nextInt(5) == 0;
      int entries = 1 + random.nextInt(3);
      try {
        changes.perform(
            Actor.NOBODY,
            change -> {
              for (int n = 0; n < entries; n++) {
                change.record(Entry.of("test", text + "/" + n));
              }
              if (givesUp) {
                // Takes a number from the sequence and then rolls back.
                Journal.append(change);
                throw new IllegalStateException("gives up");
              }
            });
        for (int n = 0; n < entries; n++) {
          written.add(text + "/" + n);
        }
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("gives up");
      }
    }
    return written;
  }
}
