package uz.chorsu.command.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row as it stands in the file.
///
/// @param row line in the file; the header is 1
/// @param values in the order of the header; null and blank are the same
public record RawRow(int row, List<@Nullable String> values) {
  public RawRow {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
