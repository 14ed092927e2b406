package uz.chorsu.command.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One imported file, in the shape of the API.
///
/// @param rowsReported kept, but with something strange
/// @param incidents how many different ones the kept rows have
public record HistoryImport(
    UUID id,
    String format,
    String fileName,
    Instant startedAt,
    int rowsTaken,
    int rowsRefused,
    int rowsReported,
    int incidents,
    List<Finding> findings) {

  public HistoryImport {
    findings = List.copyOf(findings);
  }

  /// Something strange, by name.
  ///
  /// @param refused rows with it were not kept
  /// @param firstRows lines in the file, at most 5
  public record Finding(String name, int count, boolean refused, List<Integer> firstRows) {
    public Finding {
      firstRows = List.copyOf(firstRows);
    }
  }
}
