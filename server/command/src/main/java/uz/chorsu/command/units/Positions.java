package uz.chorsu.command.units;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.desk.Times;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.UnitId;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Snap;

/// Where the units are. The newest position of each is held in memory, snapped to the roads when it
/// arrives, and written to the database about once a second, so that a restart knows it again. No
/// track is kept.
public final class Positions implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Positions.class);
  private static final Duration AHEAD = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Changes changes;
  private final Supplier<Optional<Roads>> roads;
  private final Map<UnitId, Held> held = new ConcurrentHashMap<>();
  private final Set<UnitId> fleet = ConcurrentHashMap.newKeySet();
  private final Set<UnitId> unwritten = ConcurrentHashMap.newKeySet();
  private final AtomicLong marks = new AtomicLong();
  private final Thread writer;
  private volatile boolean closing;
  private volatile @Nullable Roads snappedBy;

  /// Reads what was known at the last stop and begins to write.
  public Positions(Changes changes, Supplier<Optional<Roads>> roads) {
    this.changes = changes;
    this.roads = roads;
    this.snappedBy = roads.get().orElse(null);
    load();
    this.writer = Thread.ofVirtual().name("positions").start(this::writeAlways);
  }

  /// Holds a position. An older one than the held changes nothing.
  ///
  /// @throws uz.chorsu.model.Refused if it was measured more than 60 s ahead of the clock
  /// @throws NotFound if the fleet has no such unit
  public void put(UnitId unit, Fix fix) {
    Instant now = changes.now();
    Instant at = Times.check("at", fix.at(), now, AHEAD);
    requireInFleet(unit);
    Held before = held.get(unit);
    if (before != null && at.isBefore(before.at())) {
      return;
    }
    Held arrived =
        new Held(
            unit,
            fix.point(),
            at,
            fix.headingDeg(),
            fix.speedKmh(),
            fix.accuracyMetres(),
            now,
            snap(fix.point()),
            marks.incrementAndGet());
    Held kept = held.merge(unit, arrived, (old, come) -> come.at().isBefore(old.at()) ? old : come);
    if (kept.mark() == arrived.mark()) {
      unwritten.add(unit);
    }
  }

  public Optional<Held> find(UnitId unit) {
    return Optional.ofNullable(held.get(unit));
  }

  /// All positions that came after a mark, for one frame of the live feed.
  ///
  /// @param mark as [#mark()] gave it before; 0 for all
  public List<Held> movedSince(long mark) {
    return held.values().stream().filter(one -> one.mark() > mark).toList();
  }

  /// The mark of the newest position.
  public long mark() {
    return marks.get();
  }

  /// Where a place lies on the roads of the city in use; off the network while there is no city.
  public Snap snap(GeoPoint point) {
    return roads
        .get()
        .<Snap>map(city -> city.snap(point))
        .orElseGet(() -> new Snap.OffNetwork(point));
  }

  /// Snaps everything again when another city came into use. Cheap when none did.
  public void followCity() {
    Roads now = roads.get().orElse(null);
    if (now != snappedBy) {
      snappedBy = now;
      held.replaceAll((unit, one) -> one.snapped(snap(one.point())));
    }
  }

  void added(UnitId unit) {
    fleet.add(unit);
  }

  void retired(UnitId unit) {
    fleet.remove(unit);
    held.remove(unit);
  }

  /// Writes what is not yet in the database.
  public void flush() {
    List<Held> batch = new ArrayList<>();
    for (UnitId unit : List.copyOf(unwritten)) {
      // Taken off before it is read: what arrives meanwhile puts it on again.
      unwritten.remove(unit);
      Held one = held.get(unit);
      if (one != null) {
        batch.add(one);
      }
    }
    if (batch.isEmpty()) {
      return;
    }
    // Two processes write in the same order, so that they never wait for each other in a circle.
    batch.sort(Comparator.comparing((Held one) -> one.unit().value()));
    try {
      write(batch);
    } catch (RuntimeException e) {
      batch.forEach(one -> unwritten.add(one.unit()));
      throw e;
    }
  }

  @Override
  public void close() {
    closing = true;
    writer.interrupt();
    try {
      writer.join(Duration.ofSeconds(5));
      flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("The last positions could not be written: {}", e.getClass().getSimpleName());
    }
  }

  private void writeAlways() {
    boolean failing = false;
    while (!closing) {
      try {
        Thread.sleep(PAUSE);
        followCity();
        flush();
        failing = false;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The database may be restarting; positions stay in memory and are tried again.
        if (!failing) {
          log.warn("Positions wait for the database: {}", e.getClass().getSimpleName());
        }
        failing = true;
      }
    }
  }

  private void requireInFleet(UnitId unit) {
    if (fleet.contains(unit)) {
      return;
    }
    // Another process may have added it.
    boolean there =
        changes.read(handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM command.unit WHERE id = :id AND retired_at IS NULL)")
                .bind("id", unit.value())
                .mapTo(Boolean.class)
                .one());
    if (!there) {
      throw new NotFound("unit", unit);
    }
    fleet.add(unit);
  }

  private void load() {
    List<UUID> ids =
        changes.read(handle ->
            handle
                .createQuery("SELECT id FROM command.unit WHERE retired_at IS NULL")
                .mapTo(UUID.class)
                .list());
    ids.forEach(id -> fleet.add(new UnitId(id)));
    for (Held one : changes.read(this::readWritten)) {
      if (fleet.contains(one.unit())) {
        held.put(one.unit(), one);
      }
    }
  }

  private List<Held> readWritten(Handle handle) {
    return handle
        .createQuery("SELECT * FROM command.unit_position")
        .map((rs, context) -> {
          GeoPoint point = new GeoPoint(rs.getDouble("lat"), rs.getDouble("lon"));
          return new Held(
              new UnitId(Rows.uuid(rs, "unit_id")),
              point,
              Rows.instant(rs, "at"),
              Rows.findDouble(rs, "heading_deg"),
              Rows.findDouble(rs, "speed_kmh"),
              Rows.findDouble(rs, "accuracy_metres"),
              Rows.instant(rs, "recorded_at"),
              snap(point),
              marks.incrementAndGet());
        })
        .list();
  }

  private void write(Collection<Held> batch) {
    changes.read(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO command.unit_position AS p
                  (unit_id, lat, lon, at, heading_deg, speed_kmh, accuracy_metres, recorded_at)
                SELECT * FROM unnest(CAST(:units AS uuid[]), CAST(:lats AS float8[]),
                  CAST(:lons AS float8[]), CAST(:ats AS timestamptz[]), CAST(:headings AS real[]),
                  CAST(:speeds AS real[]), CAST(:accuracies AS real[]),
                  CAST(:recorded AS timestamptz[]))
                ON CONFLICT (unit_id) DO UPDATE SET lat = excluded.lat, lon = excluded.lon,
                  at = excluded.at, heading_deg = excluded.heading_deg,
                  speed_kmh = excluded.speed_kmh, accuracy_metres = excluded.accuracy_metres,
                  recorded_at = excluded.recorded_at
                WHERE excluded.at >= p.at
                """)
            .bind("units", literal(batch, one -> one.unit().value()))
            .bind("lats", literal(batch, one -> one.point().lat()))
            .bind("lons", literal(batch, one -> one.point().lon()))
            .bind("ats", literal(batch, Held::at))
            .bind("headings", literal(batch, Held::headingDeg))
            .bind("speeds", literal(batch, Held::speedKmh))
            .bind("accuracies", literal(batch, Held::accuracyMetres))
            .bind("recorded", literal(batch, Held::recordedAt))
            .execute());
  }

  /// An array as PostgreSQL writes it; numbers, ids and times need no quotes.
  private static String literal(Collection<Held> batch, Function<Held, @Nullable Object> column) {
    StringBuilder text = new StringBuilder("{");
    for (Held one : batch) {
      Object value = column.apply(one);
      text.append(text.length() == 1 ? "" : ",").append(value == null ? "NULL" : value);
    }
    return text.append('}').toString();
  }
}
