package uz.chorsu.command.desk;

import java.util.List;

/// One page of a list.
///
/// @param more whether another page follows
public record Page<T>(List<T> items, boolean more) {
  public Page {
    items = List.copyOf(items);
  }

  /// Cuts what was read with one row more than asked for.
  public static <T> Page<T> cut(List<T> read, int limit) {
    return read.size() > limit ? new Page<>(read.subList(0, limit), true) : new Page<>(read, false);
  }
}
