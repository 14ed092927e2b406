package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/// What must be true of the tables after every single change, asked in plain SQL and independently
/// of the program.
final class Invariants {
  private static final Map<String, String> NEVER =
      Map.of(
          "a unit on two open assignments",
          "SELECT unit_id::text FROM command.assignment WHERE open GROUP BY unit_id HAVING count(*) > 1",
          "a crew on two open assignments",
          """
          SELECT crew_id::text FROM command.assignment WHERE open AND crew_id IS NOT NULL
           GROUP BY crew_id HAVING count(*) > 1
          """,
          "a closed incident or part with a crew on it",
          """
          SELECT a.id::text FROM command.assignment a JOIN command.part p ON p.id = a.part_id
            JOIN command.incident i ON i.id = a.incident_id
           WHERE a.open AND (p.state = 'closed' OR i.state = 'closed')
          """,
          "an incident that is not as far as its least advanced open part",
          """
          SELECT i.number || ' ' || i.state FROM command.incident i
           WHERE i.state <> coalesce((
             SELECT (ARRAY['received', 'pending', 'dispatched', 'en-route', 'on-scene'])[min(
               array_position(ARRAY['received', 'pending', 'dispatched', 'en-route', 'on-scene'], p.state))]
               FROM command.part p WHERE p.incident_id = i.id AND p.state <> 'closed'), 'closed')
          """,
          "a part that is not as far as its most advanced open assignment",
          """
          SELECT p.id || ' ' || p.state FROM command.part p
            JOIN (SELECT part_id, max(command.step_rank(step)) AS far FROM command.assignment
                   WHERE open AND step <> 'reserved' GROUP BY part_id) a ON a.part_id = p.id
           WHERE p.state <> CASE WHEN far >= 6 THEN 'on-scene' WHEN far >= 4 THEN 'en-route'
                                 ELSE 'dispatched' END
          """,
          "a part that pretends to have a crew",
          """
          SELECT p.id || ' ' || p.state FROM command.part p
           WHERE p.state IN ('dispatched', 'en-route')
             AND NOT EXISTS (SELECT 1 FROM command.assignment a
                              WHERE a.part_id = p.id AND a.open AND a.step <> 'reserved')
          """,
          "an assignment without the stamp of its step",
          """
          SELECT a.id::text FROM command.assignment a
           WHERE NOT EXISTS (SELECT 1 FROM command.assignment_stamp s
                              WHERE s.assignment_id = a.id AND s.step = a.step AND s.at = a.step_since)
          """,
          "stamps whose times contradict the steps",
          """
          SELECT s.assignment_id::text FROM command.assignment_stamp s
            JOIN command.assignment_stamp t ON t.assignment_id = s.assignment_id
           WHERE command.step_rank(s.step) < command.step_rank(t.step) AND s.at > t.at
          """,
          "an incident without a part",
          """
          SELECT i.number FROM command.incident i
           WHERE NOT EXISTS (SELECT 1 FROM command.part p WHERE p.incident_id = i.id)
          """,
          "a priority that is not the most urgent of the open parts",
          """
          SELECT i.number FROM command.incident i
           WHERE i.state <> 'closed' AND i.priority <> (
             SELECT min(p.priority) FROM command.part p
              WHERE p.incident_id = i.id AND p.state <> 'closed')
          """);

  private Invariants() {}

  static void check(TestDesk desk) {
    desk.test
        .database()
        .ordinary()
        .useHandle(handle ->
            NEVER.forEach((what, sql) -> {
              List<String> found = handle.createQuery(sql).mapTo(String.class).list();
              assertThat(found).as(what).isEmpty();
            }));
  }
}
