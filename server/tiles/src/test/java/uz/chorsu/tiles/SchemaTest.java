package uz.chorsu.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uz.chorsu.tiles.layers.Layer;
import uz.chorsu.tiles.layers.LayerSchema;

/// The table that styles rely on: in the docs, in the code and in what is drawn.
class SchemaTest {
  static void assertWithinSchema(DrawnMap map) {
    Map<String, LayerSchema> schemas =
        Layer.all().stream()
            .map(Layer::schema)
            .collect(Collectors.toMap(LayerSchema::name, Function.identity()));
    for (DrawnMap.Drawn drawn : map.features()) {
      LayerSchema schema = schemas.get(drawn.feature().layer());
      assertThat(schema).as(drawn.feature().layer()).isNotNull();
      if (schema != null) {
        assertThat(drawn.tile().z()).as(schema.name()).isGreaterThanOrEqualTo(schema.minZoom());
        assertThat(schema.attributes())
            .as(schema.name())
            .containsAll(drawn.feature().tags().keySet());
        if (!schema.classes().isEmpty()) {
          assertThat(schema.classes()).contains(drawn.text("class"));
        }
      }
    }
  }

  @Test
  void theReferencePageIsThisTable() throws Exception {
    List<String> rows = new ArrayList<>();
    for (Layer layer : Layer.all()) {
      LayerSchema schema = layer.schema();
      rows.add(
          "| `%s` | %s | %d | %s | %s |"
              .formatted(
                  schema.name(),
                  schema.geometry(),
                  schema.minZoom(),
                  codes(schema.attributes()),
                  codes(schema.classes())));
    }
    Path page = Path.of("../../docs/reference/tiles.md");

    assertThat(Files.readAllLines(page).stream().filter(line -> line.startsWith("| `")).toList())
        .as("the table in docs/reference/tiles.md")
        .isEqualTo(rows);
  }

  private static String codes(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}
