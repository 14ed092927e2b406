package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.incidents.IncidentList.Filter;
import uz.chorsu.command.units.UnitFilter;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// A list costs the same few statements however long it is.
class FewStatementsTest {
  @Test
  void listsDoNotAskOncePerRow() {
    try (TestDesk desk = new TestDesk()) {
      AtomicInteger statements = count(desk.test.database().ordinary());
      AtomicInteger urgent = count(desk.test.database().reserved());
      List<Integer> few = counts(desk, 2, statements, urgent);
      List<Integer> many = counts(desk, 20, statements, urgent);
      assertThat(many).isEqualTo(few);
      assertThat(many.get(0)).isLessThanOrEqualTo(6);
      assertThat(many.get(1)).isEqualTo(1);
      assertThat(many.get(2)).isLessThanOrEqualTo(20);
    }
  }

  private static List<Integer> counts(
      TestDesk desk, int many, AtomicInteger statements, AtomicInteger urgent) {
    IncidentId incident = fill(desk, many);
    return List.of(
        during(statements, () -> desk.command.incidentList().list(Filter.OPEN, 1000)),
        during(statements, () -> desk.command.fleet().list(UnitFilter.ALL, 1000)),
        during(urgent, () -> desk.command.details().get(incident)));
  }

  private static IncidentId fill(TestDesk desk, int count) {
    IncidentId last = desk.call("FIRE");
    for (int i = 0; i < count; i++) {
      last = desk.call("FIRE");
      UnitId unit = desk.unit("E" + count + "-" + i, "engine");
      desk.sent(last, unit);
      desk.command.marks().note(TestDesk.NODIRA, last, UUID.randomUUID(), "note " + i, null);
    }
    return last;
  }

  private static AtomicInteger count(Jdbi jdbi) {
    AtomicInteger statements = new AtomicInteger();
    // Watches and followers ask too, on threads of their own.
    long me = Thread.currentThread().threadId();
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            statements.addAndGet(Thread.currentThread().threadId() == me ? 1 : 0);
          }
        });
    return statements;
  }

  private static int during(AtomicInteger statements, Runnable work) {
    int before = statements.get();
    work.run();
    return statements.get() - before;
  }
}
