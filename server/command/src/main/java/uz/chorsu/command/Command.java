package uz.chorsu.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uz.chorsu.command.alerts.Alerts;
import uz.chorsu.command.alerts.CrewChecks;
import uz.chorsu.command.alerts.Watch;
import uz.chorsu.command.assignments.Assignments;
import uz.chorsu.command.assignments.Dispatch;
import uz.chorsu.command.assignments.OnView;
import uz.chorsu.command.calls.CallReader;
import uz.chorsu.command.calls.Calls;
import uz.chorsu.command.incidents.Endings;
import uz.chorsu.command.incidents.IncidentList;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Incidents;
import uz.chorsu.command.incidents.Marks;
import uz.chorsu.command.incidents.Summaries;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Journal;
import uz.chorsu.command.journal.Notes;
import uz.chorsu.command.journal.Pulse;
import uz.chorsu.command.places.Closures;
import uz.chorsu.command.places.LocationFile;
import uz.chorsu.command.places.StarterFleet;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.recommend.Recommender;
import uz.chorsu.command.recommend.Roster;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.command.units.Emergencies;
import uz.chorsu.command.units.Fleet;
import uz.chorsu.command.units.Positions;
import uz.chorsu.command.units.Stations;
import uz.chorsu.command.units.Unit;
import uz.chorsu.command.units.UnitImport;
import uz.chorsu.command.units.Units;
import uz.chorsu.database.Database;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;
import uz.chorsu.model.UuidV7;
import uz.chorsu.roads.Roads;

/// The desk: calls, incidents, units, assignments and the journal, wired together. Each part is
/// reached through its own method; all are safe for many threads.
public final class Command implements AutoCloseable {
  private final CityPlan plan;
  private final Sealer sealer;
  private final Changes changes;
  private final Journal journal;
  private final Summaries summaries;
  private final Fleet fleet;
  private final Positions positions;
  private final Units units;
  private final UnitImport unitImport;
  private final Stations stations;
  private final Emergencies emergencies;
  private final Incidents incidents;
  private final IncidentList incidentList;
  private final Endings endings;
  private final Marks marks;
  private final Dispatch dispatch;
  private final Assignments assignments;
  private final OnView onView;
  private final Calls calls;
  private final CallReader callReader;
  private final Details details;
  private final Signons signons;
  private final Handovers handovers;
  private final Pulse pulse;
  private final Recommender recommender;
  private final Closures closures;
  private final LocationFile locationFile;
  private final StarterFleet starterFleet;
  private final Alerts alerts;
  private final CrewChecks crewChecks;

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
    plan = CityPlan.readOrDefault(setup.planFile());
    sealer = Sealer.open(setup.keyFile());
    setup.database().migrate("command");
    changes =
        new Changes(setup.database(), setup.clock(), new UuidV7(setup.clock(), new SecureRandom()));
    journal = new Journal(setup.database());
    Notes notes = new Notes(sealer);
    summaries = new Summaries(sealer);
    positions = new Positions(changes, setup.roads());
    fleet = new Fleet(changes, positions, plan.limits());
    units = new Units(changes, plan, fleet, positions);
    unitImport = new UnitImport(changes, units, positions);
    stations = new Stations(changes);
    emergencies = new Emergencies(changes, fleet, positions, notes);
    incidents = new Incidents(changes, plan, summaries, setup.roads());
    incidentList = new IncidentList(changes, summaries, notes);
    endings = new Endings(changes, plan, summaries, notes);
    marks = new Marks(changes, plan, notes);
    dispatch = new Dispatch(changes, summaries, endings);
    assignments = new Assignments(changes, positions, notes);
    onView = new OnView(changes, incidents, endings, summaries, fleet, notes);
    calls = new Calls(changes, plan, incidents, summaries, sealer);
    callReader = new CallReader(sealer);
    signons = new Signons(changes);
    handovers = new Handovers(changes, sealer);
    pulse = new Pulse(setup.database());
    closures = new Closures(pulse, changes, setup.roads());
    locationFile = new LocationFile(pulse, changes, plan, sealer, setup.roads());
    details = new Details(changes, summaries, callReader, calls, marks, fleet, locationFile);
    Roster roster = new Roster(pulse, changes, plan, fleet, positions, setup.roads());
    recommender = new Recommender(changes, plan, roster, positions, setup.roads());
    starterFleet = new StarterFleet(changes, plan);
    alerts = new Alerts(pulse, changes, plan);
    crewChecks = new CrewChecks(changes, plan, assignments);
    new Watch(changes, plan, recommender, crewChecks).begin(pulse);
  }

  /// The city's plan in force.
  public CityPlan plan() {
    return plan;
  }

  /// Seals personal text with the keys of the desk.
  public Sealer sealer() {
    return sealer;
  }

  /// How parts of the desk change anything: one transaction, with its journal entries.
  public Changes changes() {
    return changes;
  }

  /// What happened, in the order of commits.
  public Journal journal() {
    return journal;
  }

  public Signons signons() {
    return signons;
  }

  public Handovers handovers() {
    return handovers;
  }

  public Calls calls() {
    return calls;
  }

  public CallReader callReader() {
    return callReader;
  }

  public Incidents incidents() {
    return incidents;
  }

  public IncidentList incidentList() {
    return incidentList;
  }

  public Endings endings() {
    return endings;
  }

  public Marks marks() {
    return marks;
  }

  public Details details() {
    return details;
  }

  public Dispatch dispatch() {
    return dispatch;
  }

  public Assignments assignments() {
    return assignments;
  }

  public OnView onView() {
    return onView;
  }

  public Units units() {
    return units;
  }

  public UnitImport unitImport() {
    return unitImport;
  }

  public Fleet fleet() {
    return fleet;
  }

  public Stations stations() {
    return stations;
  }

  public Positions positions() {
    return positions;
  }

  public Emergencies emergencies() {
    return emergencies;
  }

  /// Whom to send, and why.
  public Recommender recommender() {
    return recommender;
  }

  public Closures closures() {
    return closures;
  }

  public LocationFile locationFile() {
    return locationFile;
  }

  /// Gives a city without units a fleet; whoever opens a city calls it once.
  public StarterFleet starterFleet() {
    return starterFleet;
  }

  public Alerts alerts() {
    return alerts;
  }

  public CrewChecks crewChecks() {
    return crewChecks;
  }

  /// Incidents as the queue shows them, in the order of the ids; unknown ids are left out.
  public List<IncidentSummary> listSummaries(Collection<IncidentId> ids) {
    return changes.read(handle -> summaries.list(handle, ids));
  }

  /// Units as they are now, by call sign; unknown ids are left out.
  public List<Unit> listUnits(Collection<UnitId> ids) {
    return fleet.list(ids);
  }

  @Override
  public void close() {
    pulse.close();
    alerts.close();
    positions.close();
  }
}
