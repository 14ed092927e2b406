package uz.chorsu.command.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.command.seal.Opened;
import uz.chorsu.command.seal.PhoneMask;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.command.seal.Subject;
import uz.chorsu.model.CallId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;

/// Reads calls.
public final class CallReader {
  private final Sealer sealer;

  public CallReader(Sealer sealer) {
    this.sealer = sealer;
  }

  /// The call with phone, name and words.
  ///
  /// @throws NotFound if there is none with this id
  public Call get(Handle handle, CallId id) {
    return opened(handle, "c.id", id.value()).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("call", id));
  }

  /// The calls of an incident with phone, name and words, oldest first.
  public List<Call> ofIncident(Handle handle, IncidentId id) {
    return opened(handle, "c.incident_id", id.value());
  }

  /// One page, newest first, without what is personal.
  ///
  /// @param incident only its calls; null for all
  /// @param before the last one of the page before; null for the first page
  public Page<CallSummary> list(
      Handle handle, @Nullable IncidentId incident, @Nullable Before before, int limit) {
    return Page.cut(
        handle
            .createQuery(
                """
                SELECT * FROM command.call c
                 WHERE (CAST(:incident AS uuid) IS NULL OR c.incident_id = :incident)
                   AND (CAST(:id AS uuid) IS NULL
                     OR (c.received_at, c.id) < (CAST(:at AS timestamptz), CAST(:id AS uuid)))
                 ORDER BY c.received_at DESC, c.id DESC LIMIT :limit
                """)
            .bind("incident", incident == null ? null : incident.value())
            .bind("id", before == null ? null : before.id())
            .bind("at", before == null ? null : before.receivedAt())
            .bind("limit", limit + 1)
            .map((rs, context) -> summary(rs))
            .list(),
        limit);
  }

  /// Where a page of calls ended.
  public record Before(Instant receivedAt, UUID id) {}

  private List<Call> opened(Handle handle, String column, UUID id) {
    Map<UUID, List<String>> words = words(handle, column, id);
    return handle
        .createQuery(
            "SELECT * FROM command.call c WHERE " + column + " = :id ORDER BY c.received_at, c.id")
        .bind("id", id)
        .map((rs, context) -> {
          UUID call = Rows.uuid(rs, "id");
          List<String> said = words.get(call);
          return new Call(
              summary(rs),
              shown(call, "phone", rs.getBytes("phone_sealed")),
              shown(call, "caller", rs.getBytes("caller_sealed")),
              said == null ? null : String.join("\n", said));
        })
        .list();
  }

  private Map<UUID, List<String>> words(Handle handle, String column, UUID id) {
    Map<UUID, List<String>> words = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT t.* FROM command.call_text t JOIN command.call c ON c.id = t.call_id
             WHERE %s = :id ORDER BY t.recorded_at, t.id
            """
                .formatted(column))
        .bind("id", id)
        .map((rs, context) -> {
          Opened text =
              sealer.open(
                  new Subject("call_text", Rows.uuid(rs, "id"), "text"),
                  rs.getBytes("text_sealed"));
          return new Said(Rows.uuid(rs, "call_id"), Rows.instant(rs, "recorded_at"), text.shown());
        })
        .forEach(said -> {
          List<String> all = words.computeIfAbsent(said.call(), call -> new ArrayList<>());
          // The first words stand alone; later ones say when they came.
          all.add(
              all.isEmpty()
                  ? said.text()
                  : "[" + said.at().truncatedTo(ChronoUnit.SECONDS) + "] " + said.text());
        });
    return words;
  }

  private record Said(UUID call, Instant at, String text) {}

  private CallSummary summary(ResultSet rs) throws SQLException {
    Where where = Where.read(rs);
    UUID id = Rows.uuid(rs, "id");
    byte[] phone = rs.getBytes("phone_sealed");
    return new CallSummary(
        id,
        Rows.uuid(rs, "incident_id"),
        CallKind.of(rs.getString("kind")),
        rs.getString("type_code"),
        rs.getString("subtype_code"),
        where.lat(),
        where.lon(),
        where.address(),
        where.location(),
        phone == null ? null : PhoneMask.mask(sealer.open(new Subject("call", id, "phone"), phone)),
        Rows.instant(rs, "received_at"),
        Rows.instant(rs, "recorded_at"),
        rs.getString("taken_by"),
        rs.getInt("version"));
  }

  private @Nullable String shown(UUID call, String field, byte @Nullable [] sealed) {
    return sealed == null ? null : sealer.open(new Subject("call", call, field), sealed).shown();
  }
}
