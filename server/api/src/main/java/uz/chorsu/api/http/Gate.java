package uz.chorsu.api.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import uz.chorsu.api.http.Operation.Load;

/// Places to work in, counted for each class of urgency. Positions and long lists are turned away
/// first and soonest; calls, dispatch and crew status have places that nobody else can take.
final class Gate {
  /// @param places how many at the same time
  /// @param patience how long one waits for a place before it is told to come back
  record Room(int places, Duration patience) {}

  static final Map<Load, Room> USUAL =
      Map.of(
          Load.URGENT, new Room(64, Duration.ofSeconds(10)),
          Load.ORDINARY, new Room(24, Duration.ofSeconds(2)),
          Load.BULK, new Room(12, Duration.ofMillis(250)));

  private final Map<Load, Room> classes;
  private final Map<Load, Semaphore> places = new EnumMap<>(Load.class);

  Gate(Map<Load, Room> classes) {
    this.classes = classes;
    classes.forEach((load, one) -> places.put(load, new Semaphore(one.places(), true)));
  }

  /// Takes a place until the pass is closed.
  ///
  /// @throws Problem 429 if none is free in time, or 503 for urgent work: that is told to wait only
  ///   when nothing works any more
  Pass enter(Load load) throws InterruptedException {
    Semaphore free = places(load);
    Duration patience = settings(load).patience();
    if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw load == Load.URGENT
          ? Problem.partDown(1, "Chorsu does not get through its work; this was not done")
          : Problem.slowDown(1, "Too much at once; this was not done");
    }
    return free::release;
  }

  int busy(Load load) {
    return settings(load).places() - places(load).availablePermits();
  }

  private Semaphore places(Load load) {
    Semaphore found = places.get(load);
    if (found == null) {
      throw new IllegalArgumentException("No places for " + load);
    }
    return found;
  }

  private Room settings(Load load) {
    Room found = classes.get(load);
    if (found == null) {
      throw new IllegalArgumentException("No places for " + load);
    }
    return found;
  }

  /// A place that is held.
  interface Pass extends AutoCloseable {
    @Override
    void close();
  }
}
