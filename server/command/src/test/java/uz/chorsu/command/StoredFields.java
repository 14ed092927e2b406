package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.chorsu.database.Database;

/// The register of everything that is stored, `docs/reference/stored-fields.md`, made from the
/// comments in the database. A room that stores anything checks its own schema with it.
///
/// Run a check with `-Dchorsu.write=true` to write the register anew.
public final class StoredFields {
  private static final Path REGISTER = Path.of("../../docs/reference/stored-fields.md");
  private static final Pattern COMMENT =
      Pattern.compile("[^|]+ \\| [^|]+ \\| (no|yes|staff|sealed)");
  private static final String HEAD =
      """
      # Stored fields

      Every table and column that Chorsu keeps in PostgreSQL, made from the comments in the database and
      compared with it in the tests. *Personal* is **no**; **yes** (about a person who asked for help); **staff** (the name of somebody
      who works at a desk); or **sealed** (personal or free text, AES-256-GCM, the key is outside the database).
      Times are UTC.
      """;

  /// What Chorsu refuses to be able to store: features of bodies, following, scoring, belonging.
  private static final Pattern REFUSED =
      Pattern.compile(
          "face|gait|iris|biometr|fingerprint|voiceprint|embedding|plate|trajector|track|follow"
              + "|social|scor(e|ing)|ethnic|relig|nationality|political|protest|watch_?list|suspect"
              + "|passport|birth");

  /// Names of columns that hold personal text unless they are sealed.
  private static final Pattern PERSONAL = Pattern.compile("phone|caller|e_?mail|patient");

  private record Column(
      String table, @Nullable String about, String name, String type, @Nullable String comment) {}

  private StoredFields() {}

  /// Compares one schema with the register and with what Chorsu refuses.
  public static void check(Database database, String schema) {
    List<Column> columns = columns(database, schema);
    assertThat(columns).isNotEmpty();
    for (Column column : columns) {
      String name = schema + "." + column.table() + "." + column.name();
      assertThat(column.about()).as("comment of table %s.%s", schema, column.table()).isNotNull();
      assertThat(column.comment()).as("comment of %s", name).isNotNull().matches(COMMENT);
      assertThat(REFUSED.matcher(name).find()).as("%s smells of what is refused", name).isFalse();
      boolean sealed = String.valueOf(column.comment()).endsWith("| sealed");
      if (sealed || PERSONAL.matcher(column.name()).find()) {
        assertThat(name).as("sealed columns say so").endsWith("_sealed");
        assertThat(column.type()).as(name).isEqualTo("bytea");
        assertThat(sealed).as("%s is sealed", name).isTrue();
      }
    }
    compare(schema, section(schema, columns));
  }

  private static void compare(String schema, String section) {
    Map<String, String> sections = read();
    if (Boolean.getBoolean("chorsu.write")) {
      sections.put(schema, section);
      write(sections);
    }
    assertThat(sections.get(schema))
        .as("the register is made anew with -Dchorsu.write=true")
        .isEqualTo(section);
  }

  private static List<Column> columns(Database database, String schema) {
    return database
        .ordinary()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT c.relname, obj_description(c.oid) AS about, a.attname,
                           format_type(a.atttypid, a.atttypmod) AS type,
                           col_description(c.oid, a.attnum) AS comment
                      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      JOIN pg_attribute a ON a.attrelid = c.oid
                     WHERE n.nspname = :schema AND c.relkind IN ('r', 'p') AND a.attnum > 0
                       AND NOT a.attisdropped AND c.relname <> 'schema_history'
                     ORDER BY c.relname COLLATE "C", a.attnum
                    """)
                .bind("schema", schema)
                .map((rs, context) ->
                    new Column(
                        rs.getString("relname"),
                        rs.getString("about"),
                        rs.getString("attname"),
                        rs.getString("type"),
                        rs.getString("comment")))
                .list());
  }

  private static String section(String schema, List<Column> columns) {
    StringBuilder text = new StringBuilder("\n## Schema " + schema + "\n");
    String table = "";
    for (Column column : columns) {
      if (!column.table().equals(table)) {
        table = column.table();
        text.append("\n### ").append(table).append("\n\n").append(column.about()).append(".\n\n");
        text.append("| Column | Type | Meaning | Unit | Personal |\n|---|---|---|---|---|\n");
      }
      text.append("| ")
          .append(column.name())
          .append(" | ")
          .append(column.type())
          .append(" | ")
          .append(column.comment())
          .append(" |\n");
    }
    return text.toString();
  }

  private static Map<String, String> read() {
    Map<String, String> sections = new LinkedHashMap<>();
    try {
      String text = Files.exists(REGISTER) ? Files.readString(REGISTER) : "";
      String[] parts = text.split("(?=\n## Schema )", -1);
      for (int i = 1; i < parts.length; i++) {
        String name = parts[i].substring("\n## Schema ".length(), parts[i].indexOf('\n', 1));
        sections.put(name, parts[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sections;
  }

  private static void write(Map<String, String> sections) {
    try {
      Files.createDirectories(REGISTER.getParent());
      Files.writeString(REGISTER, HEAD + String.join("", sections.values()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
