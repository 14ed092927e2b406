package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.assignments.DispatchOutcome;
import uz.chorsu.command.assignments.UnitOutcome;
import uz.chorsu.command.assignments.UnitOutcome.Outcome;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Two dispatchers send the same unit in the same instant: exactly one gets it, the other hears why
/// not, and nobody sees an exception.
class S02_TwoDispatchersOneUnitTest {
  @Test
  void oneGetsItAndTheOtherHearsWhyNot() throws Exception {
    try (TestDesk desk = new TestDesk();
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      UnitId a12 = desk.unit("A12", "ambulance");
      List<IncidentId> incidents = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        incidents.add(desk.call("MEDICAL"));
      }
      CyclicBarrier together = new CyclicBarrier(incidents.size());
      List<Callable<DispatchOutcome>> wishes = new ArrayList<>();
      for (IncidentId incident : incidents) {
        wishes.add(() -> {
          together.await();
          return desk.send(incident, a12);
        });
      }
      List<UnitOutcome> outcomes = new ArrayList<>();
      for (Future<DispatchOutcome> done : people.invokeAll(wishes)) {
        outcomes.addAll(done.get().outcomes());
      }
      assertThat(outcomes).filteredOn(one -> one.outcome() == Outcome.DISPATCHED).hasSize(1);
      assertThat(outcomes)
          .filteredOn(one -> one.outcome() != Outcome.DISPATCHED)
          .hasSize(7)
          .allSatisfy(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.CONFLICT);
            assertThat(one.rule()).isEqualTo("unit-busy");
            assertThat(one.reason()).startsWith("A12 is on 2026-");
          });
    }
  }

  /// Whole plans that overlap in units and crews, in random order: no deadlock reaches anybody.
  @Test
  void overlappingPlansNeverBlockEachOther() throws Exception {
    long seed = 20260301;
    Random random = new Random(seed);
    try (TestDesk desk = new TestDesk();
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<UnitId> fleet = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        fleet.add(desk.unit("E" + i, "engine", i % 2 == 0 ? "crew " + i % 3 : null));
      }
      for (int round = 0; round < 10; round++) {
        List<IncidentId> incidents = new ArrayList<>();
        List<Callable<DispatchOutcome>> wishes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          IncidentId incident = desk.call("FIRE");
          incidents.add(incident);
          List<UnitId> wanted = new ArrayList<>(fleet);
          java.util.Collections.shuffle(wanted, random);
          UnitId[] units = wanted.subList(0, 6).toArray(UnitId[]::new);
          wishes.add(() -> desk.send(incident, units));
        }
        List<UnitOutcome> outcomes = new ArrayList<>();
        for (Future<DispatchOutcome> done : people.invokeAll(wishes)) {
          outcomes.addAll(done.get().outcomes());
        }
        assertThat(outcomes)
            .as("seed %d round %d", seed, round)
            .allMatch(one ->
                one.outcome() == Outcome.DISPATCHED
                    || "unit-busy".equals(one.rule())
                    || "crew-busy".equals(one.rule()))
            .filteredOn(one -> one.outcome() == Outcome.DISPATCHED)
            .isNotEmpty()
            .doesNotHaveDuplicates();
        Invariants.check(desk);
        Sweep.everything(desk, incidents);
      }
    }
  }
}
