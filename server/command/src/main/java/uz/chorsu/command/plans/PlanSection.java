package uz.chorsu.command.plans;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One mapping of the file, read field by field. A field that breaks its rule is noted with its
/// line and replaced by a harmless value, so that one reading finds every mistake; what nobody has
/// asked for by {@link #end} is an unknown field.
final class PlanSection {
  private final String path;
  private final int line;
  private final List<PlanProblem> problems;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  PlanSection(String path, Node node, List<PlanProblem> problems) {
    this.path = path;
    this.line = lineOf(node);
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problems.add(new PlanProblem(line, path, "a mapping of fields", show(node)));
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = show(tuple.getKeyNode());
      if (fields.put(key, tuple.getValueNode()) != null) {
        note(tuple.getKeyNode(), key, "given only once", null);
      }
    }
  }

  /// Notes every field that nobody has asked for.
  void end() {
    fields.forEach((key, node) -> {
      if (!asked.contains(key)) {
        note(node, key, "one of " + String.join(", ", asked.stream().sorted().toList()), key);
      }
    });
  }

  boolean has(String key) {
    asked.add(key);
    return fields.containsKey(key);
  }

  String text(String key, Pattern pattern, String rule) {
    return scalar(key, rule, "", raw -> pattern.matcher(raw).matches() ? raw : null);
  }

  @Nullable String optionalText(String key, Pattern pattern, String rule) {
    return has(key) ? text(key, pattern, rule) : null;
  }

  /// A word that is listed elsewhere in the plan.
  String reference(String key, Set<String> known, String what) {
    String rule = what + " of the plan (" + String.join(", ", known) + ")";
    return scalar(key, rule, "", raw -> known.contains(raw) ? raw : null);
  }

  int integer(String key, int min, int max) {
    String rule = "a whole number from " + min + " to " + max;
    return scalar(key, rule, min, raw -> within(raw, min, max));
  }

  int integer(String key, int min, int max, int otherwise) {
    return has(key) ? integer(key, min, max) : otherwise;
  }

  double share(String key) {
    return scalar(key, "a number above 0 and at most 1", 1.0, PlanSection::shareOf);
  }

  <T> T scalar(String key, String rule, T otherwise, Function<String, @Nullable T> reader) {
    asked.add(key);
    Node node = fields.get(key);
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      T value = reader.apply(scalar.getValue());
      if (value != null) {
        return value;
      }
    }
    note(node, key, rule, node == null ? null : show(node));
    return otherwise;
  }

  Names names(String key) {
    asked.add(key);
    Node node = fields.get(key);
    if (node == null) {
      note(null, key, "a name in en, ru and uz", null);
      return new Names("", null, null);
    }
    return names(new PlanSection(path(key), node, problems));
  }

  static Names names(PlanSection section) {
    Pattern some = Pattern.compile("(?s).{1,300}");
    String rule = "1 to 300 characters";
    Names names =
        new Names(
            section.text("en", some, rule),
            section.text("ru", some, rule),
            section.text("uz", some, rule));
    section.end();
    return names;
  }

  /// @param min how many there must be at least
  <T> List<T> list(String key, int min, Function<PlanSection, T> reader) {
    List<T> read = new ArrayList<>();
    for (Element element : elements(key, min)) {
      PlanSection section = new PlanSection(element.path(), element.node(), problems);
      read.add(reader.apply(section));
      section.end();
    }
    return read;
  }

  List<String> references(String key, Set<String> known, String what) {
    List<String> read = new ArrayList<>();
    for (Element element : elements(key, 0)) {
      String word = show(element.node());
      if (!known.contains(word)) {
        problems.add(
            new PlanProblem(
                lineOf(element.node()),
                element.path(),
                what + " of the plan (" + String.join(", ", known) + ")",
                word));
      } else if (read.contains(word)) {
        problems.add(
            new PlanProblem(lineOf(element.node()), element.path(), "given only once", word));
      } else {
        read.add(word);
      }
    }
    return read;
  }

  List<String> words(String key) {
    return elements(key, 0).stream().map(element -> show(element.node())).toList();
  }

  /// A mapping from words listed elsewhere to whole numbers.
  Map<String, Integer> numbersBy(String key, Set<String> known, int min, int max) {
    asked.add(key);
    Node node = fields.get(key);
    if (node == null) {
      return Map.of();
    }
    PlanSection section = new PlanSection(path(key), node, problems);
    Map<String, Integer> read = new LinkedHashMap<>();
    for (String word : known) {
      if (section.has(word)) {
        read.put(word, section.integer(word, min, max));
      }
    }
    section.end();
    return read;
  }

  @Nullable PlanSection section(String key) {
    asked.add(key);
    Node node = fields.get(key);
    if (node == null) {
      note(null, key, "there", null);
      return null;
    }
    return new PlanSection(path(key), node, problems);
  }

  void note(String key, String rule, @Nullable String value) {
    note(fields.get(key), key, rule, value);
  }

  private void note(@Nullable Node node, String key, String rule, @Nullable String value) {
    problems.add(new PlanProblem(node == null ? line : lineOf(node), path(key), rule, value));
  }

  private record Element(String path, Node node) {}

  private List<Element> elements(String key, int min) {
    asked.add(key);
    Node node = fields.get(key);
    List<Element> found = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node element : sequence.getValue()) {
        found.add(new Element(path(key) + "[" + found.size() + "]", element));
      }
    } else if (node != null) {
      note(node, key, "a list", show(node));
      return found;
    }
    if (found.size() < min) {
      note(node, key, "a list of at least " + min, null);
    }
    return found;
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static @Nullable Integer within(String raw, int min, int max) {
    try {
      int value = Integer.parseInt(raw);
      return value >= min && value <= max ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Double shareOf(String raw) {
    try {
      double value = Double.parseDouble(raw);
      return value > 0 && value <= 1 ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static String show(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue();
      case SequenceNode list -> "a list of " + list.getValue().size();
      case MappingNode map -> "a mapping of " + map.getValue().size();
      default -> node.getNodeId().toString();
    };
  }
}
