package uz.chorsu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// `soak desk`: the bad days of the desk, one after another, on one Chorsu.
final class DeskSoak {
  private static final int SILENT_READERS = 20;

  /// Memory may grow a little while code warms up; more than this is growth.
  private static final long GROWTH_MIB = 150;

  private final long seed;
  private final int kills;
  private final int malformed;

  DeskSoak(long seed, int kills, int malformed) {
    this.seed = seed;
    this.kills = kills;
    this.malformed = malformed;
  }

  /// @return 0 if every promise held
  int run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("chorsu-soak-");
    Promises promises = new Promises();
    System.out.println("seed " + seed);
    try (Chorsu chorsu = Chorsu.start(folder.resolve("data"), List.of("--empty"));
        Http http = new Http(chorsu.url())) {
      new BadClients(http, chorsu.url(), Clock.systemUTC(), promises).all();
      noise(chorsu, http, promises);
      Kills.Outcome outcome = new Kills(chorsu, http, seed, "soak").run(kills, kills);
      System.out.println(outcome);
      promises.expect("calls were acknowledged between the kills", outcome.acknowledged() > 0);
      promises.expect("every acknowledged call is there", outcome.missing() == 0);
      promises.expect("no call is there twice", outcome.twice() == 0);
      promises.expect("every call was acknowledged in the end", outcome.unanswered() == 0);
    } finally {
      Folders.delete(folder);
    }
    System.out.println(promises.summary("desk"));
    return promises.allHeld() ? 0 : 1;
  }

  private void noise(Chorsu chorsu, Http http, Promises promises)
      throws IOException, InterruptedException {
    Malformed requests = new Malformed(http, seed);
    // A first tenth warms the code up; growth is counted from there.
    requests.send(Math.max(1, malformed / 10));
    long before = chorsu.residentMiB();
    Map<Integer, Integer> statuses;
    try (SilentReaders readers = new SilentReaders(chorsu.url(), SILENT_READERS)) {
      System.out.printf("%d clients that never read%n", readers.count());
      statuses = requests.send(malformed);
    }
    long after = chorsu.residentMiB();
    System.out.printf(
        "%d malformed requests: %s, %d met a closed connection; %d → %d MiB%n",
        malformed, statuses, requests.closed(), before, after);
    promises.expect(
        "malformed requests never give 5xx",
        statuses.keySet().stream().allMatch(status -> status < 500));
    promises.expect("malformed requests never make memory grow", after - before <= GROWTH_MIB);
  }
}
