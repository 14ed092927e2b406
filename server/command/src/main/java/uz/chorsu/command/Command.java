package uz.chorsu.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Journal;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.database.Database;
import uz.chorsu.model.UuidV7;
import uz.chorsu.roads.Roads;

/// The desk: calls, incidents, units, assignments and the journal, wired together. Each part is
/// reached through its own method; all are safe for many threads.
public final class Command implements AutoCloseable {
  private final Setup setup;
  private final CityPlan plan;
  private final Changes changes;
  private final Journal journal;
  private final Sealer sealer;

  /// What the desk stands on.
  ///
  /// @param database opened; its schema `command` is brought up to date here
  /// @param roads the city in use; empty until one is loaded, everything is off the network then
  /// @param keyFile of the keys for personal text; made on the first start
  /// @param planFile of the city's own plan; the default one holds when there is no such file
  public record Setup(
      Database database,
      Supplier<Optional<Roads>> roads,
      Path keyFile,
      Path planFile,
      InstantSource clock) {}

  /// @throws uz.chorsu.command.seal.UnusableKeys if the keys cannot be read or made
  /// @throws uz.chorsu.command.plans.UnusablePlan if the plan has mistakes
  public Command(Setup setup) {
    this.setup = setup;
    setup.database().migrate("command");
    this.plan = CityPlan.readOrDefault(setup.planFile());
    this.sealer = Sealer.open(setup.keyFile());
    UuidV7 ids = new UuidV7(setup.clock(), new SecureRandom());
    this.changes = new Changes(setup.database(), setup.clock(), ids);
    this.journal = new Journal(setup.database());
  }

  /// The city's plan in force.
  public CityPlan plan() {
    return plan;
  }

  /// What happened, in the order of commits.
  public Journal journal() {
    return journal;
  }

  /// How parts of the desk change anything: one transaction, with its journal entries.
  public Changes changes() {
    return changes;
  }

  Setup setup() {
    return setup;
  }

  Sealer sealer() {
    return sealer;
  }

  @Override
  public void close() {}
}
