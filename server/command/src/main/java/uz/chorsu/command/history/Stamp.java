package uz.chorsu.command.history;

import java.util.Locale;

/// The moments of a unit on an incident, in the order in which they should come.
enum Stamp {
  RECEIVED("Received DtTm"),
  ENTRY("Entry DtTm"),
  DISPATCH("Dispatch DtTm"),
  EN_ROUTE("Response DtTm"),
  ON_SCENE("On Scene DtTm"),
  TRANSPORT("Transport DtTm"),
  HOSPITAL("Hospital DtTm"),
  AVAILABLE("Available DtTm");

  private final String column;

  Stamp(String column) {
    this.column = column;
  }

  /// Its column in a file of DataSF.
  String column() {
    return column;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Its column in the table.
  String field() {
    return name().toLowerCase(Locale.ROOT) + "_at";
  }

  // Most units have no patient; that the stamps are missing says nothing.
  boolean isExpected() {
    return this != TRANSPORT && this != HOSPITAL;
  }
}
