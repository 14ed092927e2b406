package uz.chorsu.command.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;

/// Everything a city has decided beforehand.
///
/// @param timeZone for hours of the day and for printed times
/// @param incidentTypes the seven default codes and any others
/// @param targets time targets; several may speak of one interval, for different agencies
/// @param alertPorts empty unless the administrator has named some
public record CityPlan(
    ZoneId timeZone,
    List<Agency> agencies,
    List<Skill> skills,
    List<UnitKind> unitKinds,
    List<Priority> priorities,
    List<IncidentType> incidentTypes,
    List<Disposition> dispositions,
    List<Benchmark> benchmarks,
    List<Target> targets,
    List<OutOfServiceReason> outOfServiceReasons,
    List<AlertPort> alertPorts,
    Limits limits) {

  private static final String DEFAULT = "city-plan.yaml";

  public CityPlan {
    agencies = List.copyOf(agencies);
    skills = List.copyOf(skills);
    unitKinds = List.copyOf(unitKinds);
    priorities = List.copyOf(priorities);
    incidentTypes = List.copyOf(incidentTypes);
    dispositions = List.copyOf(dispositions);
    benchmarks = List.copyOf(benchmarks);
    targets = List.copyOf(targets);
    outOfServiceReasons = List.copyOf(outOfServiceReasons);
    alertPorts = List.copyOf(alertPorts);
  }

  /// @param number that people call, such as `101`
  public record Agency(String code, Names name, String number) {}

  /// Something a crew or vehicle can do, such as `ventilator`.
  public record Skill(String code, Names name) {}

  /// @param symbol short text on the map
  /// @param skills that every unit of the kind has
  public record UnitKind(
      String code, String agency, Names name, String symbol, List<String> skills) {
    public UnitKind {
      skills = List.copyOf(skills);
    }
  }

  /// @param level 1 (most urgent) to 5
  public record Priority(int level, Names name) {}

  /// How an agency's part ended.
  public record Disposition(String code, Names name, Outcome outcome) {}

  /// What a disposition means for the incident.
  public enum Outcome {
    CLOSED,
    CANCELLED,
    UNFOUNDED;

    /// As in the API and the database.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A stamp such as "water on fire".
  ///
  /// @param agencies that use it; empty for all
  public record Benchmark(String code, Names name, List<String> agencies) {
    public Benchmark {
      agencies = List.copyOf(agencies);
    }
  }

  /// @param interval such as `receivedToFirstDispatch`
  /// @param agency null for all
  /// @param share of incidents that should meet it, above 0, at most 1
  public record Target(String interval, @Nullable String agency, int seconds, double share) {}

  /// Why a unit cannot be sent.
  public record OutOfServiceReason(String code, Names name) {}

  /// The plan that comes with Chorsu.
  public static CityPlan defaults() {
    try (InputStream in = CityPlan.class.getResourceAsStream(DEFAULT)) {
      byte[] bytes = Objects.requireNonNull(in, DEFAULT).readAllBytes();
      return PlanFile.read("that comes with Chorsu", new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a city's own plan. It stands alone: nothing is taken over from the default one.
  ///
  /// @throws UnusablePlan listing every mistake, or that the file cannot be read
  public static CityPlan read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UnusablePlan(
          file.toString(),
          List.of(new PlanProblem(1, "the file", "readable UTF-8 text", e.toString())));
    }
    return PlanFile.read(file.toString(), text);
  }

  /// The file if there is one, otherwise the default.
  public static CityPlan readOrDefault(Path file) {
    return Files.exists(file) ? read(file) : defaults();
  }

  /// @throws Refused naming `typeCode` or `subtypeCode`
  public IncidentType.Response response(String typeCode, @Nullable String subtypeCode) {
    IncidentType type =
        findType(typeCode)
            .orElseThrow(() -> new Refused("typeCode", "an incident type of the plan", typeCode));
    if (subtypeCode == null) {
      return type.response();
    }
    return type.subtypes().stream()
        .filter(subtype -> subtype.code().equals(subtypeCode))
        .findFirst()
        .orElseThrow(() -> new Refused("subtypeCode", "a subtype of " + typeCode, subtypeCode))
        .response();
  }

  public Optional<IncidentType> findType(String code) {
    return incidentTypes.stream().filter(type -> type.code().equals(code)).findFirst();
  }

  public Optional<UnitKind> findKind(String code) {
    return unitKinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
  }

  public Optional<Agency> findAgency(String code) {
    return agencies.stream().filter(agency -> agency.code().equals(code)).findFirst();
  }

  public Optional<Skill> findSkill(String code) {
    return skills.stream().filter(skill -> skill.code().equals(code)).findFirst();
  }

  public Optional<Disposition> findDisposition(String code) {
    return dispositions.stream().filter(d -> d.code().equals(code)).findFirst();
  }

  public Optional<Benchmark> findBenchmark(String code) {
    return benchmarks.stream().filter(b -> b.code().equals(code)).findFirst();
  }

  /// The target that speaks of this agency, otherwise the one for all.
  public Optional<Target> findTarget(String interval, @Nullable String agency) {
    return targets.stream()
        .filter(target -> target.interval().equals(interval))
        .filter(target -> target.agency() == null || target.agency().equals(agency))
        .reduce((a, b) -> a.agency() == null ? b : a);
  }

  /// A unit's own skills and those that its kind always has.
  public Set<String> skillsOf(String kind, Iterable<String> own) {
    var all = new LinkedHashSet<String>();
    own.forEach(all::add);
    findKind(kind).ifPresent(found -> all.addAll(found.skills()));
    return all;
  }
}
