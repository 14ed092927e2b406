package uz.chorsu.command.plans;

import java.util.List;
import java.util.stream.Collectors;
import uz.chorsu.model.ChorsuException;

/// A city plan that cannot be used, with everything that is wrong with it.
public final class UnusablePlan extends ChorsuException {
  private static final long serialVersionUID = 1L;
  private final transient List<PlanProblem> problems;

  /// @param source the file, as a person would name it
  /// @param problems at least one, in the order of the file
  public UnusablePlan(String source, List<PlanProblem> problems) {
    super(
        "unusable-plan",
        "The city plan "
            + source
            + " cannot be used:\n"
            + problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<PlanProblem> problems() {
    return problems;
  }
}
