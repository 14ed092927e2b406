package uz.chorsu.command.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.model.UuidV7;

/// One change by one person, in one transaction. What is recorded here goes to the journal at the
/// very end, because the journal's lock must be the last one taken.
public final class Change {
  private final Handle handle;
  private final Actor actor;
  private final Instant now;
  private final UuidV7 ids;
  private final List<Entry> entries = new ArrayList<>();

  Change(Handle handle, Actor actor, Instant now, UuidV7 ids) {
    this.handle = handle;
    this.actor = actor;
    this.now = now;
    this.ids = ids;
  }

  public Handle handle() {
    return handle;
  }

  public Actor actor() {
    return actor;
  }

  /// The record time of everything in this change.
  public Instant now() {
    return now;
  }

  public UUID newId() {
    return ids.next();
  }

  /// Writes to the journal when everything else is done.
  public void record(Entry entry) {
    entries.add(entry);
  }

  List<Entry> entries() {
    return entries;
  }
}
