package uz.chorsu.command.history;

import java.util.ArrayList;
import java.util.List;

/// A tiny history file in the shape of DataSF's, written row by row.
public final class SfFile {
  public static final List<String> COLUMNS =
      List.of(
          "Call Number",
          "Unit ID",
          "Incident Number",
          "Call Type",
          "Received DtTm",
          "Entry DtTm",
          "Dispatch DtTm",
          "Response DtTm",
          "On Scene DtTm",
          "Transport DtTm",
          "Hospital DtTm",
          "Call Final Disposition",
          "Available DtTm",
          "Unit Type");

  private final List<RawRow> rows = new ArrayList<>();

  /// @param times received, entry, dispatch, response, on scene, available; `-` is missing, a time
  ///   without a date is on 06/15/2018 in the morning
  public SfFile row(String incident, String unit, String type, String... times) {
    String[] at = new String[6];
    for (int i = 0; i < 6; i++) {
      at[i] =
          times[i].equals("-")
              ? ""
              : times[i].contains("/") ? times[i] : "06/15/2018 " + times[i] + " AM";
    }
    rows.add(
        new RawRow(
            rows.size() + 2,
            List.of(
                "C" + incident,
                unit,
                incident,
                type,
                at[0],
                at[1],
                at[2],
                at[3],
                at[4],
                "",
                "",
                "Fire",
                at[5],
                "ENGINE")));
    return this;
  }

  public List<RawRow> rows() {
    return rows;
  }
}
