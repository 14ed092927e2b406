package uz.chorsu.command.plans;

import java.io.StringReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import uz.chorsu.command.plans.CityPlan.Agency;
import uz.chorsu.command.plans.CityPlan.Benchmark;
import uz.chorsu.command.plans.CityPlan.Disposition;
import uz.chorsu.command.plans.CityPlan.OutOfServiceReason;
import uz.chorsu.command.plans.CityPlan.Outcome;
import uz.chorsu.command.plans.CityPlan.Priority;
import uz.chorsu.command.plans.CityPlan.Skill;
import uz.chorsu.command.plans.CityPlan.Target;
import uz.chorsu.command.plans.CityPlan.UnitKind;

/// Reads the YAML text of a city plan. What later parts refer to is read first, so that a word that
/// is nowhere listed is found at its own line.
final class PlanFile {
  static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  static final String CODE_RULE = "1 to 40 small letters, digits and hyphens";
  private static final Set<String> AGENCIES = words("fire", "police", "medical", "gas", "traffic");
  private static final Set<String> REQUIRED_TYPES =
      words("FIRE", "MEDICAL", "POLICE", "GAS", "TRAFFIC", "HAZARD", "UNKNOWN");
  private static final Set<String> INTERVALS =
      words(
          "answered",
          "receivedToEntry",
          "receivedToFirstDispatch",
          "dispatchToFirstEnRoute",
          "enRouteToOnScene",
          "receivedToFirstOnScene",
          "dispatchToAvailable");

  private final List<PlanProblem> problems = new ArrayList<>();
  private final PlanSection file;

  private PlanFile(Node root) {
    this.file = new PlanSection("", root, problems);
  }

  /// @param source the file, as a person would name it
  /// @throws UnusablePlan listing every mistake
  static CityPlan read(String source, String text) {
    PlanFile reading = new PlanFile(parse(source, text));
    CityPlan plan = reading.plan();
    if (!reading.problems.isEmpty()) {
      throw new UnusablePlan(
          source,
          reading.problems.stream()
              .distinct()
              .sorted(Comparator.comparingInt(PlanProblem::line))
              .toList());
    }
    return plan;
  }

  private static Node parse(String source, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(500);
    options.setNestingDepthLimit(20);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root != null) {
        return root;
      }
      throw new UnusablePlan(
          source, List.of(new PlanProblem(1, "the file", "a city plan", "an empty file")));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new UnusablePlan(
          source, List.of(new PlanProblem(line, "the file", "YAML", e.getProblem())));
    } catch (YAMLException e) {
      throw new UnusablePlan(
          source, List.of(new PlanProblem(1, "the file", "YAML", e.getMessage())));
    }
  }

  private CityPlan plan() {
    ZoneId zone =
        file.scalar(
            "timeZone", "a time zone such as Asia/Tashkent", ZoneOffset.UTC, PlanFile::zone);
    List<Agency> agencies = unique("agencies", Agency::code, PlanFile::agency);
    Set<String> agencyCodes = codes(agencies, Agency::code);
    List<Skill> skills = unique("skills", Skill::code, s -> new Skill(code(s), s.names("name")));
    Set<String> skillCodes = codes(skills, Skill::code);
    List<UnitKind> kinds =
        unique("unitKinds", UnitKind::code, s -> unitKind(s, agencyCodes, skillCodes));
    List<Priority> priorities = unique("priorities", p -> "" + p.level(), PlanFile::priority);
    if (priorities.size() != 5) {
      file.note("priorities", "the levels 1 to 5", null);
    }
    TypesReader types = new TypesReader(agencyCodes, kinds, skillCodes);
    List<IncidentType> incidentTypes = unique("incidentTypes", IncidentType::code, types::type);
    Set<String> missing = new LinkedHashSet<>(REQUIRED_TYPES);
    missing.removeAll(codes(incidentTypes, IncidentType::code));
    if (!missing.isEmpty()) {
      file.note("incidentTypes", "complete; missing are " + String.join(", ", missing), null);
    }
    CityPlan plan =
        new CityPlan(
            zone,
            agencies,
            skills,
            kinds,
            priorities,
            incidentTypes,
            unique("dispositions", Disposition::code, PlanFile::disposition),
            unique("benchmarks", Benchmark::code, s -> benchmark(s, agencyCodes)),
            file.list("targets", 0, s -> target(s, agencyCodes)),
            unique(
                "outOfServiceReasons",
                OutOfServiceReason::code,
                s -> new OutOfServiceReason(code(s), s.names("name"))),
            ports(agencyCodes),
            limits());
    file.end();
    return plan;
  }

  /// A list whose elements have codes of their own.
  private <T> List<T> unique(
      String key, Function<T, String> codeOf, Function<PlanSection, T> reader) {
    Set<String> seen = new LinkedHashSet<>();
    return file.list(
        key,
        1,
        section -> {
          T read = reader.apply(section);
          if (!seen.add(codeOf.apply(read))) {
            section.note(
                section.has("level") ? "level" : "code", "unique in " + key, codeOf.apply(read));
          }
          return read;
        });
  }

  private static String code(PlanSection section) {
    return section.text("code", CODE, CODE_RULE);
  }

  private static Agency agency(PlanSection s) {
    return new Agency(
        s.reference("code", AGENCIES, "an agency"),
        s.names("name"),
        s.text("number", Pattern.compile("[0-9]{2,6}"), "2 to 6 digits"));
  }

  private static UnitKind unitKind(PlanSection s, Set<String> agencies, Set<String> skills) {
    return new UnitKind(
        code(s),
        s.reference("agency", agencies, "an agency"),
        s.names("name"),
        s.text("symbol", Pattern.compile(".{1,4}"), "1 to 4 characters"),
        s.references("skills", skills, "a skill"));
  }

  private static Priority priority(PlanSection s) {
    return new Priority(s.integer("level", 1, 5), s.names("name"));
  }

  private static Disposition disposition(PlanSection s) {
    return new Disposition(
        code(s),
        s.names("name"),
        s.scalar(
            "outcome",
            "closed, cancelled or unfounded",
            Outcome.CLOSED,
            raw ->
                switch (raw) {
                  case "closed" -> Outcome.CLOSED;
                  case "cancelled" -> Outcome.CANCELLED;
                  case "unfounded" -> Outcome.UNFOUNDED;
                  default -> null;
                }));
  }

  private static Benchmark benchmark(PlanSection s, Set<String> agencies) {
    return new Benchmark(code(s), s.names("name"), s.references("agencies", agencies, "an agency"));
  }

  private static Target target(PlanSection s, Set<String> agencies) {
    return new Target(
        s.reference("interval", INTERVALS, "an interval"),
        s.has("agency") ? s.reference("agency", agencies, "an agency") : null,
        s.integer("seconds", 1, 86_400),
        s.share("share"));
  }

  private List<AlertPort> ports(Set<String> agencies) {
    Set<String> seen = new LinkedHashSet<>();
    return file.list(
        "alertPorts",
        0,
        s -> {
          AlertPort port = port(s, agencies);
          if (!seen.add(port.name())) {
            s.note("name", "unique in alertPorts", port.name());
          }
          return port;
        });
  }

  private static AlertPort port(PlanSection s, Set<String> agencies) {
    Pattern some = Pattern.compile(".{1,200}");
    URI url =
        s.scalar(
            "url",
            "an address with http, https, mqtt or mqtts and a host",
            URI.create("http://localhost"),
            PlanFile::portUrl);
    String topic = s.optionalText("topic", some, "1 to 200 characters");
    boolean mqtt = url.getScheme().startsWith("mqtt");
    if (mqtt != (topic != null)) {
      s.note("topic", mqtt ? "given for MQTT" : "left out for HTTP", topic);
    }
    return new AlertPort(
        s.text("name", CODE, CODE_RULE),
        url,
        topic,
        s.references("agencies", agencies, "an agency"),
        s.words("stations"),
        s.integer("timeoutSeconds", 1, 30, 5),
        s.optionalText("credentialFile", some, "a path"));
  }

  private Limits limits() {
    PlanSection s = file.section("limits");
    if (s == null) {
      return new Limits(120, 1800, 6, 10, 30, 1, 60, 300, 1800);
    }
    Limits limits =
        new Limits(
            s.integer("freshGpsSeconds", 1, 3600),
            s.integer("staleGpsSeconds", 1, 86_400),
            s.integer("doubtPerMinuteSeconds", 0, 60),
            s.integer("alternativesPerNeed", 0, 10),
            s.integer("unacknowledgedSeconds", 5, 600),
            s.integer("topPriority", 1, 5),
            s.integer("takeFromSavesSeconds", 0, 3600),
            s.integer("duplicateMetres", 1, 5000),
            s.integer("duplicateSeconds", 1, 86_400));
    if (limits.staleGpsSeconds() < limits.freshGpsSeconds()) {
      s.note("staleGpsSeconds", "at least freshGpsSeconds", "" + limits.staleGpsSeconds());
    }
    s.end();
    return limits;
  }

  private static @Nullable ZoneId zone(String raw) {
    try {
      return ZoneId.of(raw);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable URI portUrl(String raw) {
    try {
      URI url = URI.create(raw);
      boolean known = url.getScheme() != null && url.getScheme().matches("https?|mqtts?");
      return known && url.getHost() != null && url.getUserInfo() == null ? url : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static <T> Set<String> codes(List<T> list, Function<T, String> codeOf) {
    Set<String> codes = new LinkedHashSet<>();
    list.forEach(element -> codes.add(codeOf.apply(element)));
    return codes;
  }

  private static Set<String> words(String... words) {
    return new LinkedHashSet<>(List.of(words));
  }
}
