package uz.chorsu.command.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A kind of incident and what the city does about it.
///
/// @param code capital letters, such as `FIRE`
/// @param response what holds unless a subtype says otherwise
public record IncidentType(String code, Names name, Response response, List<Subtype> subtypes) {
  public IncidentType {
    subtypes = List.copyOf(subtypes);
  }

  /// A finer kind.
  ///
  /// @param code small letters, such as `structure-fire`
  /// @param response complete: what the subtype leaves out has been taken from its type
  public record Subtype(String code, Names name, Response response) {}

  /// What happens for one kind of incident.
  ///
  /// @param priority 1 (most urgent) to 5
  /// @param agencies that get a part of it, the leading one first
  /// @param partPriorities agencies whose part has a priority of its own
  /// @param plans one for each alarm level, in rising order, at least level 1
  /// @param questions for the call taker, in the order they are asked
  /// @param checklist for the dispatcher
  /// @param crewCheckSeconds by agency; an agency that is not there is not checked
  public record Response(
      int priority,
      List<String> agencies,
      Map<String, Integer> partPriorities,
      List<ResponsePlan> plans,
      List<Names> questions,
      List<ChecklistStep> checklist,
      Map<String, Integer> crewCheckSeconds) {
    public Response {
      agencies = List.copyOf(agencies);
      partPriorities = Map.copyOf(partPriorities);
      plans = plans.stream().sorted(Comparator.comparingInt(ResponsePlan::alarmLevel)).toList();
      questions = List.copyOf(questions);
      checklist = List.copyOf(checklist);
      crewCheckSeconds = Map.copyOf(crewCheckSeconds);
    }

    /// The plan of this alarm level, or of the highest one below it.
    public ResponsePlan planAt(int alarmLevel) {
      ResponsePlan found = plans.getFirst();
      for (ResponsePlan plan : plans) {
        if (plan.alarmLevel() <= alarmLevel) {
          found = plan;
        }
      }
      return found;
    }

    /// The agencies that have a part of it at this alarm level: its own, and those whose units the
    /// plan asks for.
    public List<String> agenciesAt(int alarmLevel) {
      var others = new TreeSet<String>();
      planAt(alarmLevel).needs().forEach(need -> others.add(need.agency()));
      agencies.forEach(others::remove);
      var all = new ArrayList<>(agencies);
      all.addAll(others);
      return List.copyOf(all);
    }

    public int priorityOf(String agency) {
      return partPriorities.getOrDefault(agency, priority);
    }
  }

  /// The whole demand at one alarm level; it is not added to that of the lower levels.
  ///
  /// @param alarmLevel 1 to 5
  /// @param needs may be empty
  public record ResponsePlan(int alarmLevel, List<Need> needs) {
    public ResponsePlan {
      needs = List.copyOf(needs);
    }
  }

  /// So many units of a kind, or with a skill, or both.
  ///
  /// @param agency whose units they are
  /// @param kind null if any unit of the agency with the skill will do
  /// @param skill null if any unit of the kind will do
  /// @param count 1 to 50
  public record Need(String agency, @Nullable String kind, @Nullable String skill, int count) {
    /// Short and unique within a plan, such as `ambulance+ventilator`.
    public String requirement() {
      if (kind == null) {
        return String.valueOf(skill);
      }
      return skill == null ? kind : kind + "+" + skill;
    }
  }

  /// One thing to do or ask, ticked at the desk.
  ///
  /// @param item unique within an incident
  public record ChecklistStep(String item, Names text) {}
}
