package uz.chorsu.model;

import java.util.UUID;

/// The id of one person signed on at a desk.
public record SignonId(UUID value) {
  /// @throws Refused if the text is not a UUID
  public static SignonId parse(String text) {
    return new SignonId(Ids.parse("signonId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
