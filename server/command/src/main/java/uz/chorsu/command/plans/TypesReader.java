package uz.chorsu.command.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.CityPlan.UnitKind;
import uz.chorsu.command.plans.IncidentType.ChecklistStep;
import uz.chorsu.command.plans.IncidentType.Need;
import uz.chorsu.command.plans.IncidentType.Response;
import uz.chorsu.command.plans.IncidentType.ResponsePlan;
import uz.chorsu.command.plans.IncidentType.Subtype;

/// Reads incident types and their subtypes.
final class TypesReader {
  private static final Pattern TYPE_CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private final Set<String> agencies;
  private final Map<String, UnitKind> kinds = new LinkedHashMap<>();
  private final Set<String> skills;

  TypesReader(Set<String> agencies, List<UnitKind> kinds, Set<String> skills) {
    this.agencies = agencies;
    this.skills = skills;
    kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
  }

  IncidentType type(PlanSection s) {
    String code = s.text("code", TYPE_CODE, "1 to 40 capital letters, digits and underscores");
    Names name = s.names("name");
    Response response = response(s, null);
    if (response.agencies().isEmpty()) {
      s.note("agencies", "a list of at least 1", null);
    }
    Set<String> seen = new LinkedHashSet<>();
    List<Subtype> subtypes = s.list("subtypes", 0, sub -> subtype(sub, response, seen));
    return new IncidentType(code, name, response, subtypes);
  }

  private Subtype subtype(PlanSection s, Response type, Set<String> seen) {
    String code = s.text("code", PlanFile.CODE, PlanFile.CODE_RULE);
    if (!seen.add(code)) {
      s.note("code", "unique in its type", code);
    }
    return new Subtype(code, s.names("name"), response(s, type));
  }

  /// @param type what a subtype builds on: its own priority, agencies and plans replace those of
  ///   the type, its own questions come first and its own checklist last
  private Response response(PlanSection s, @Nullable Response type) {
    List<ResponsePlan> plans = s.has("plans") ? plans(s) : type == null ? List.of() : type.plans();
    if (plans.stream().noneMatch(plan -> plan.alarmLevel() == 1)) {
      s.note("plans", "there for alarm level 1", null);
      // Harmless, so that the rest can be read.
      plans = List.of(new ResponsePlan(1, List.of()));
    }
    List<Names> questions = new ArrayList<>(s.list("questions", 0, PlanSection::names));
    List<ChecklistStep> checklist = s.list("checklist", 0, TypesReader::step);
    Map<String, Integer> partPriorities = s.numbersBy("partPriorities", agencies, 1, 5);
    Map<String, Integer> checks = s.numbersBy("crewCheckSeconds", agencies, 60, 7200);
    List<String> ownAgencies = s.references("agencies", agencies, "an agency");
    if (type == null) {
      int priority = s.integer("priority", 1, 5);
      return new Response(
          priority, ownAgencies, partPriorities, plans, questions, checklist, checks);
    }
    questions.addAll(type.questions());
    return new Response(
        s.integer("priority", 1, 5, type.priority()),
        ownAgencies.isEmpty() ? type.agencies() : ownAgencies,
        merged(type.partPriorities(), partPriorities),
        plans,
        questions,
        joined(s, type.checklist(), checklist),
        merged(type.crewCheckSeconds(), checks));
  }

  private static List<ChecklistStep> joined(
      PlanSection s, List<ChecklistStep> first, List<ChecklistStep> second) {
    List<ChecklistStep> all = new ArrayList<>(first);
    all.addAll(second);
    Set<String> seen = new LinkedHashSet<>();
    for (ChecklistStep step : all) {
      if (!seen.add(step.item())) {
        s.note("checklist", "without an item twice (its type's included)", step.item());
      }
    }
    return all;
  }

  private static Map<String, Integer> merged(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> all = new HashMap<>(a);
    all.putAll(b);
    return all;
  }

  private static ChecklistStep step(PlanSection s) {
    return new ChecklistStep(s.text("item", PlanFile.CODE, PlanFile.CODE_RULE), s.names("text"));
  }

  private List<ResponsePlan> plans(PlanSection s) {
    Set<Integer> seen = new LinkedHashSet<>();
    return s.list(
        "plans",
        1,
        plan -> {
          int level = plan.integer("alarmLevel", 1, 5);
          if (!seen.add(level)) {
            plan.note("alarmLevel", "unique in its plans", "" + level);
          }
          return new ResponsePlan(level, needs(plan));
        });
  }

  private List<Need> needs(PlanSection s) {
    Set<String> seen = new LinkedHashSet<>();
    return s.list(
        "needs",
        0,
        section -> {
          Need need = need(section);
          if (!seen.add(need.requirement())) {
            section.note("count", "used instead of the same need twice", need.requirement());
          }
          return need;
        });
  }

  private Need need(PlanSection s) {
    String kind = s.has("kind") ? s.reference("kind", kinds.keySet(), "a unit kind") : null;
    String skill = s.has("skill") ? s.reference("skill", skills, "a skill") : null;
    if (kind == null && skill == null) {
      s.note("kind", "given, or skill, or both", null);
    }
    UnitKind known = kind == null ? null : kinds.get(kind);
    String agency = known == null ? "" : known.agency();
    if (kind == null) {
      agency = s.reference("agency", agencies, "an agency");
    }
    return new Need(agency, kind, skill, s.integer("count", 1, 50, 1));
  }
}
