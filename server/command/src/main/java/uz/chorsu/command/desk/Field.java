package uz.chorsu.command.desk;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One field of an edit: left as it is, or set to a value, where null clears it.
public sealed interface Field<T> {
  /// The field stays as it is.
  record Keep<T>() implements Field<T> {}

  /// The field changes.
  ///
  /// @param value null clears
  record Set<T>(@Nullable T value) implements Field<T> {}

  static <T> Field<T> keep() {
    return new Keep<>();
  }

  static <T> Field<T> set(@Nullable T value) {
    return new Set<>(value);
  }

  /// The value set, or the one held.
  default @Nullable T or(@Nullable T held) {
    return switch (this) {
      case Keep<T> keep -> held;
      case Set<T>(@Nullable T value) -> value;
    };
  }

  default boolean isSet() {
    return this instanceof Set;
  }

  /// The same with the value checked or changed; null stays null.
  default <R> Field<R> map(Function<T, @Nullable R> check) {
    return switch (this) {
      case Keep<T> keep -> keep();
      case Set<T>(@Nullable T value) -> set(value == null ? null : check.apply(value));
    };
  }
}
