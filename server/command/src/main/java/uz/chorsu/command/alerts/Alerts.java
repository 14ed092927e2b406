package uz.chorsu.command.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.command.alerts.AlertBook.Due;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.desk.Times;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Pulse;
import uz.chorsu.command.plans.AlertPort;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.UnitId;

/// Sends alerts to the ports of the plan and keeps what came of them. The database makes them in
/// the transaction of the dispatch; here they are sent at least once, with more and more time
/// between the attempts, and given up after a quarter of an hour: then the crew has been called
/// otherwise or the unacknowledged warning has long rung.
///
/// Every port has places of its own, so that one that hangs delays no other.
public final class Alerts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Alerts.class);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /// Attempts at one port at the same time.
  private static final int AT_ONCE = 4;

  private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(15);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration SWEEP = Duration.ofHours(1);

  private final Changes changes;
  private final AlertBook book;
  private final Map<String, Port> ports;
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Instant swept = Instant.EPOCH;
  private volatile Instant lookedForUseless = Instant.EPOCH;
  private volatile boolean closing;

  /// Tells the database the ports and begins to send.
  public Alerts(Pulse pulse, Changes changes, CityPlan plan) {
    this.changes = changes;
    this.book = new AlertBook(plan);
    this.ports = plan.alertPorts().stream().collect(Collectors.toMap(AlertPort::name, Ports::open));
    ports.keySet().forEach(name -> places.put(name, new Semaphore(AT_ONCE)));
    changes.perform(
        Actor.CHORSU, change -> AlertBook.writePorts(change.handle(), plan.alertPorts()));
    pulse.follow("alerts", Duration.ofSeconds(1), Duration.ofMillis(100), this::send);
  }

  /// Alerts with their delivery, newest first.
  ///
  /// @param incident only those of it; null for all
  /// @param after the last one of the page before; null for the first page
  /// @throws NotFound if there is no such alert as `after`
  public Page<Alert> list(@Nullable IncidentId incident, @Nullable UUID after, int limit) {
    return changes.read(handle -> {
      Alert last =
          after == null
              ? null
              : AlertBook.find(handle, after).orElseThrow(() -> new NotFound("alert", after));
      return Page.cut(
          AlertBook.list(
              handle,
              incident == null ? null : incident.value(),
              last == null ? null : last.createdAt(),
              after,
              limit + 1),
          limit);
    });
  }

  /// A device or crew says that the alert arrived. Saying it again changes nothing.
  ///
  /// @param at event time; null means now
  /// @param device what it calls itself
  /// @throws NotFound if there is no such alert
  public void received(Actor actor, UUID id, @Nullable Instant at, @Nullable String device) {
    Instant when = Times.check("at", at, changes.now());
    String name = Texts.check("device", device, 100);
    changes.perform(
        actor,
        change -> {
          if (AlertBook.find(change.handle(), id).isEmpty()) {
            throw new NotFound("alert", id);
          }
          AlertBook.received(change.handle(), id, when, name)
              .ifPresent(alert ->
                  change.record(
                      entry(alert, "received", alert.port() + " has received the alert for ")
                          .at(when)));
        });
  }

  @Override
  public void close() {
    closing = true;
    senders.shutdownNow();
    ports.values().forEach(Port::close);
  }

  private void send() {
    sweep();
    for (String port : ports.keySet()) {
      Semaphore free = places.computeIfAbsent(port, name -> new Semaphore(AT_ONCE));
      int room = free.availablePermits();
      if (room == 0 || closing) {
        continue;
      }
      Instant now = changes.now();
      List<Due> due =
          changes.readUrgent(handle -> book.take(handle, port, room, now, now.plus(LEASE)));
      for (Due one : due) {
        free.acquireUninterruptibly();
        senders.execute(() -> attempt(one, free));
      }
    }
  }

  private void attempt(Due due, Semaphore place) {
    try {
      Port port = ports.get(due.port());
      if (port != null) {
        port.deliver(due.id().toString(), due.callSign(), JSON.writeValueAsBytes(due.message()));
        changes.readUrgent(handle -> {
          AlertBook.sent(handle, due.id(), changes.now());
          return true;
        });
      }
    } catch (Port.Undelivered e) {
      failed(due, e.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      // The lease ends and the alert is due again; the port may hear it twice and knows it by id.
      log.warn("An alert to {} could not be noted", due.port(), e);
    } finally {
      place.release();
    }
  }

  private void failed(Due due, String problem) {
    Instant now = changes.now();
    boolean over = due.message().dispatchedAt().plus(GIVE_UP_AFTER).isBefore(now);
    Instant again = over ? null : now.plus(pause(due.attempt()));
    log.info("Alert port {}: attempt {} failed: {}", due.port(), due.attempt(), problem);
    changes.perform(
        Actor.CHORSU,
        change -> {
          AlertBook.failed(change.handle(), due.id(), problem, again);
          if (over || due.attempt() == 1) {
            AlertBook.find(change.handle(), due.id())
                .ifPresent(alert ->
                    change.record(
                        entry(
                                alert,
                                over ? "given-up" : "failed",
                                alert.port()
                                    + (over ? " was given up (" : " did not take it (")
                                    + problem
                                    + "); alert for ")
                            .with("problem", problem)));
          }
        });
  }

  /// 2 s, 4 s, 8 s … at most a minute.
  static Duration pause(int attempt) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempt, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private void giveUpUseless(Instant now) {
    if (now.isBefore(lookedForUseless.plus(PATIENCE))) {
      return;
    }
    lookedForUseless = now;
    List<Alert> useless =
        changes.readUrgent(handle -> book.giveUpUseless(handle, List.copyOf(ports.keySet())));
    useless.forEach(
        alert -> log.info("Alert to {} is not sent: {}", alert.port(), alert.problem()));
  }

  private void sweep() {
    Instant now = changes.now();
    giveUpUseless(now);
    if (now.isBefore(swept.plus(SWEEP))) {
      return;
    }
    changes.read(handle -> {
      AlertBook.forget(handle, now, KEPT);
      return true;
    });
    swept = now;
  }

  private static Entry entry(Alert alert, String what, String text) {
    return Entry.of("alert", text + alert.callSign())
        .incident(new IncidentId(alert.incidentId()))
        .unit(new UnitId(alert.unitId()))
        .assignment(new AssignmentId(alert.assignmentId()))
        .with("what", what)
        .with("port", alert.port())
        .with("callSign", alert.callSign())
        .with("alertId", alert.id().toString());
  }
}
