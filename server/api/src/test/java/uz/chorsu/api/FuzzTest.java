package uz.chorsu.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uz.chorsu.api.http.Description;
import uz.chorsu.api.http.Operation;
import uz.chorsu.api.http.RawClient;

/// Thousands of malformed requests to every operation of the whole API: each gets an answer, and
/// none of them a fault of ours.
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("chorsu.fuzz.requests", 2_000);

  @Test
  void noRequestIsAFaultOfOurs() throws Exception {
    long seed = Long.getLong("chorsu.fuzz.seed", System.nanoTime());
    Random random = new Random(seed);
    RandomRequest requests = new RandomRequest(random);
    List<Operation> operations =
        new ArrayList<>(
            Description.load().operations().stream()
                .filter(one -> !one.id().equals("live"))
                .toList());
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (ApiFixture fixture = new ApiFixture()) {
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = requests.next(operations.get(random.nextInt(operations.size())));
        String answer = RawClient.exchange(fixture.api.port(), request);
        int status = RawClient.status(answer);
        statuses.merge(status, 1, Integer::sum);
        assertThat(status)
            .as(
                "seed %d, request %d:\n%s\nanswer:\n%s",
                seed, i, new String(request, StandardCharsets.ISO_8859_1), answer)
            .isBetween(200, 499);
      }
      assertThat(fixture.get("/figures").status()).isEqualTo(200);
    }
    System.out.println("seed " + seed + ", answers by status: " + statuses);
    assertThat(statuses.keySet()).as("it got past the door").contains(200, 400, 404, 422);
  }
}
