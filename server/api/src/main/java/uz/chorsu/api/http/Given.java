package uz.chorsu.api.http;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A member of an edit: left out, cleared with null, or given. Use it as the type of record
/// components of PATCH bodies.
public sealed interface Given<T> {
  /// The member was not there: it stays as it is.
  record Absent<T>() implements Given<T> {}

  /// The member was there.
  ///
  /// @param value null clears
  record Value<T>(@Nullable T value) implements Given<T> {}

  static <T> Given<T> absent() {
    return new Absent<>();
  }

  static <T> Given<T> of(@Nullable T value) {
    return new Value<>(value);
  }

  default boolean isGiven() {
    return this instanceof Value;
  }

  /// What is given, else what is held.
  default @Nullable T or(@Nullable T held) {
    return switch (this) {
      case Absent<T> absent -> held;
      case Value<T>(@Nullable T value) -> value;
    };
  }

  default void ifGiven(Consumer<@Nullable T> use) {
    if (this instanceof Value<T>(@Nullable T value)) {
      use.accept(value);
    }
  }
}
