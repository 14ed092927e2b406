package uz.chorsu.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uz.chorsu.api.http.Description;
import uz.chorsu.api.http.Operation;

/// The page about the API lists what the description has, no more and no less.
class ReferenceTest {
  private static final Path PAGE = Path.of("../../docs/reference/api.md");

  @Test
  void thePageHasTheTableOfAllOperations() throws Exception {
    String table =
        Description.load().operations().stream()
            .map(ReferenceTest::row)
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(PAGE)).as("put this table there:\n" + table).contains(table);
  }

  @Test
  void everyOperationSaysWhatItDoes() {
    for (Operation operation : Description.load().operations()) {
      assertThat(operation.summary()).as(operation.id()).isNotBlank();
    }
  }

  private static String row(Operation operation) {
    return "| `%s %s` | %s | %s |"
        .formatted(
            operation.method(),
            operation.path(),
            operation.summary().replace("|", "\\|"),
            operation.load().name().toLowerCase(java.util.Locale.ROOT));
  }
}
