package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.chorsu.command.assignments.Order;
import uz.chorsu.command.incidents.IncidentState;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.units.Unit;
import uz.chorsu.command.units.UnitFilter;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UnitId;

/// People do hundreds of things in random order, sensible or not. Whatever they do is done, or
/// refused with a name; the tables are right after every single one.
class RandomWalkTest {
  private static final String[] TYPES = {"FIRE", "MEDICAL", "POLICE", "GAS", "TRAFFIC"};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneAfterAnother(long seed) {
    try (TestDesk desk = new TestDesk()) {
      Walk walk = new Walk(desk, new Random(seed));
      walk.fleet();
      for (int i = 0; i < 250; i++) {
        walk.anything();
        Invariants.check(desk);
      }
      assertThat(walk.done).as("seed %d: most wishes are possible", seed).isGreaterThan(100);
      assertThat(walk.refused).as("seed %d: some are not", seed).isPositive();
    }
  }

  @Test
  void manyAtOnce() throws Exception {
    int seed = 99;
    try (TestDesk desk = new TestDesk();
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      new Walk(desk, new Random(seed)).fleet();
      for (int round = 0; round < 5; round++) {
        List<Callable<Integer>> walks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          Walk walk = new Walk(desk, new Random(seed * 100 + round * 10 + i));
          walks.add(() -> {
            for (int n = 0; n < 20; n++) {
              walk.anything();
            }
            return walk.done;
          });
        }
        for (Future<Integer> done : people.invokeAll(walks)) {
          assertThat(done.get()).isPositive();
        }
        Invariants.check(desk);
      }
    }
  }

  private static final List<Step> STEPS = List.of(Step.values());

  private static final class Walk {
    private final TestDesk desk;
    private final Random random;
    private int done;
    private int refused;

    Walk(TestDesk desk, Random random) {
      this.desk = desk;
      this.random = random;
    }

    void fleet() {
      for (int i = 0; i < 4; i++) {
        desk.unit("A" + i, "ambulance", i < 2 ? "crew A" : null);
        desk.unit("E" + i, "engine", i < 2 ? "crew E" : null);
        desk.unit("P" + i, "patrol");
      }
    }

    void anything() {
      try {
        desk.pass(random.nextInt(30));
        switch (random.nextInt(14)) {
          case 0, 1 ->
              desk.callWithPriority(TYPES[random.nextInt(TYPES.length)], 1 + random.nextInt(5));
          case 2, 3, 4 -> send();
          case 5, 6, 7, 8, 9 -> step();
          case 10 -> desk.close(incident());
          case 11 -> desk.command.endings().reopen(TestDesk.NODIRA, incident(), "because");
          case 12 -> desk.command.endings().merge(TestDesk.NODIRA, incident(), incident());
          default ->
              desk.status(
                  unit(),
                  random.nextInt(4) == 0
                      ? UnitStatus.OUT_OF_SERVICE
                      : UnitStatus.AVAILABLE_IN_QUARTERS);
        }
        done++;
      } catch (Conflict | Refused e) {
        refused++;
      }
    }

    private void send() {
      Set<UnitId> units = Set.of(unit());
      desk.command
          .dispatch()
          .send(
              TestDesk.NODIRA,
              incident(),
              new Order(
                  UUID.randomUUID(),
                  List.of(unit()),
                  random.nextInt(3) == 0 ? units : Set.of(),
                  random.nextInt(6) == 0));
    }

    private void step() {
      List<IncidentSummary> busy = all().stream().filter(one -> !one.assigned().isEmpty()).toList();
      if (busy.isEmpty()) {
        return;
      }
      var assigned = busy.get(random.nextInt(busy.size())).assigned();
      Step step = STEPS.get(random.nextInt(STEPS.size()));
      AssignmentId id =
          new AssignmentId(assigned.get(random.nextInt(assigned.size())).assignmentId());
      if (random.nextInt(4) == 0) {
        desk.step(id, step, desk.now().minusSeconds(random.nextInt(300)));
      } else {
        desk.step(id, step);
      }
    }

    private IncidentId incident() {
      List<IncidentSummary> all = all();
      List<IncidentSummary> open =
          all.stream().filter(one -> one.state() != IncidentState.CLOSED).toList();
      if (all.isEmpty()) {
        return desk.call("FIRE");
      }
      List<IncidentSummary> some = open.isEmpty() || random.nextInt(5) == 0 ? all : open;
      return new IncidentId(some.get(random.nextInt(some.size())).id());
    }

    private UnitId unit() {
      List<Unit> units = desk.command.fleet().list(UnitFilter.ALL, 100).items();
      return new UnitId(units.get(random.nextInt(units.size())).id());
    }

    private List<IncidentSummary> all() {
      return desk.command
          .incidentList()
          .list(
              new uz.chorsu.command.incidents.IncidentList.Filter(
                  uz.chorsu.command.incidents.IncidentList.Which.ALL,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null),
              40)
          .items();
    }
  }
}
