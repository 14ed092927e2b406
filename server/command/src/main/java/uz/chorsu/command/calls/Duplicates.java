package uz.chorsu.command.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.incidents.Incidents;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType;
import uz.chorsu.command.plans.Limits;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;

/// Suggests open incidents that a call may be about: near enough, recent enough, and of the same or
/// a related type. Nothing is ever joined without a person.
public final class Duplicates {
  /// However vague a place is, farther incidents are not suggested.
  private static final double FARTHEST_METRES = 5_000;

  private static final double METRES_PER_DEGREE = 111_195;
  private static final int MOST = 5;
  private static final int MOST_LOOKED_AT = 200;

  private final CityPlan plan;
  private final Limits limits;

  public Duplicates(CityPlan plan) {
    this.plan = plan;
    this.limits = plan.limits();
  }

  /// What is asked about.
  ///
  /// @param except the incident itself
  public record Question(
      @Nullable IncidentId except, @Nullable String typeCode, Where where, Instant now) {}

  private record Near(UUID id, String number, String typeCode, Where where, Instant clockFrom) {}

  /// The best candidates, nearest first.
  public List<DuplicateCandidate> list(Handle handle, Question asked) {
    GeoPoint point = asked.where().point();
    String address = asked.where().address();
    if (point == null && address == null) {
      return List.of();
    }
    double radius = radius(asked.where());
    List<Near> near =
        point == null ? sameAddress(handle, asked) : inBox(handle, asked, point, radius);
    return near.stream()
        .distinct()
        .filter(one -> isRelated(asked.typeCode(), one.typeCode()))
        .map(one -> candidate(asked, one))
        .filter(Objects::nonNull)
        .sorted(
            Comparator.comparingDouble((DuplicateCandidate one) ->
                    one.distanceMetres() == null ? 0 : one.distanceMetres())
                .thenComparingLong(DuplicateCandidate::ageSeconds))
        .limit(MOST)
        .toList();
  }

  private double radius(Where where) {
    Double uncertainty = where.uncertaintyMetres();
    double vague = uncertainty == null ? 0 : uncertainty;
    return Math.min(FARTHEST_METRES, Math.max(vague, limits.duplicateMetres()));
  }

  private @Nullable DuplicateCandidate candidate(Question asked, Near near) {
    GeoPoint here = asked.where().point();
    GeoPoint there = near.where().point();
    Double metres = here == null || there == null ? null : here.metresTo(there);
    if (metres != null && metres > Math.max(radius(asked.where()), radius(near.where()))) {
      return null;
    }
    long age = Math.max(0, Duration.between(near.clockFrom(), asked.now()).toSeconds());
    boolean same = near.typeCode().equals(asked.typeCode());
    String place = metres == null ? "at the same address" : Math.round(metres) + " m away";
    String reason =
        (same ? "same type, " : "related type, ") + place + ", " + age / 60 + " min ago";
    return new DuplicateCandidate(
        near.id(), near.number(), near.typeCode(), near.where().address(), metres, age, reason);
  }

  /// The same type, one of them still unknown, or the leading agency of one has a part of the
  /// other.
  private boolean isRelated(@Nullable String one, String other) {
    if (one == null
        || one.equals(other)
        || one.equals(Incidents.UNKNOWN_TYPE)
        || other.equals(Incidents.UNKNOWN_TYPE)) {
      return true;
    }
    List<String> first = agencies(one);
    List<String> second = agencies(other);
    return !first.isEmpty()
        && !second.isEmpty()
        && (first.contains(second.getFirst()) || second.contains(first.getFirst()));
  }

  private List<String> agencies(String type) {
    return plan.findType(type)
        .map(IncidentType::response)
        .map(IncidentType.Response::agencies)
        .orElse(List.of());
  }

  private List<Near> inBox(Handle handle, Question asked, GeoPoint point, double radius) {
    // Few incidents are known only vaguely, and those reach farther than the call does: they have a
    // wide box and an index of their own.
    double shrink = Math.max(0.01, Math.cos(Math.toRadians(point.lat())));
    double high = radius / METRES_PER_DEGREE;
    double wide = FARTHEST_METRES / METRES_PER_DEGREE;
    return handle
        .createQuery(
            """
            SELECT * FROM (
              SELECT * FROM command.incident
               WHERE state <> 'closed' AND lat BETWEEN :lat - :high AND :lat + :high
                 AND lon BETWEEN :lon - :east AND :lon + :east
              UNION ALL
              SELECT * FROM command.incident
               WHERE state <> 'closed' AND uncertainty_metres > 100 AND uncertainty_metres > :radius
                 AND lat BETWEEN :lat - :wide AND :lat + :wide
                 AND lon BETWEEN :lon - :wideEast AND :lon + :wideEast) i
             WHERE i.clock_from >= :since AND (CAST(:except AS uuid) IS NULL OR i.id <> :except)
             ORDER BY i.clock_from DESC LIMIT :most
            """)
        .bind("since", since(asked))
        .bind("lat", point.lat())
        .bind("lon", point.lon())
        .bind("high", high)
        .bind("east", high / shrink)
        .bind("wide", wide)
        .bind("wideEast", wide / shrink)
        .bind("radius", radius)
        .bind("except", asked.except() == null ? null : asked.except().value())
        .bind("most", MOST_LOOKED_AT)
        .map((rs, context) -> near(rs))
        .list();
  }

  private List<Near> sameAddress(Handle handle, Question asked) {
    return handle
        .createQuery(
            """
            SELECT * FROM command.incident i
             WHERE i.state <> 'closed' AND i.clock_from >= :since
               AND lower(i.address) = lower(:address)
               AND (CAST(:except AS uuid) IS NULL OR i.id <> :except)
             ORDER BY i.clock_from DESC LIMIT :most
            """)
        .bind("since", since(asked))
        .bind("address", asked.where().address())
        .bind("except", asked.except() == null ? null : asked.except().value())
        .bind("most", MOST_LOOKED_AT)
        .map((rs, context) -> near(rs))
        .list();
  }

  private Instant since(Question asked) {
    return asked.now().minusSeconds(limits.duplicateSeconds());
  }

  private static Near near(ResultSet rs) throws SQLException {
    return new Near(
        Rows.uuid(rs, "id"),
        rs.getString("number"),
        rs.getString("type_code"),
        Where.read(rs),
        Rows.instant(rs, "clock_from"));
  }
}
