package uz.chorsu.api.routes;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Given;
import uz.chorsu.api.http.Problem;
import uz.chorsu.command.desk.Field;
import uz.chorsu.command.incidents.IncidentEdit.WhereEdit;
import uz.chorsu.command.incidents.Location;
import uz.chorsu.model.Conflict;

/// What all edits share.
final class Edits {
  private Edits() {}

  /// Runs an edit; when somebody was faster the answer is 412, as If-Match asks for.
  static <T> T run(Supplier<T> edit) {
    try {
      return edit.get();
    } catch (Conflict e) {
      if (e.rule().equals("version")) {
        throw new Problem(412, "precondition-failed", "Somebody was faster; read it again");
      }
      throw e;
    }
  }

  static <T> Field<T> field(Given<T> given) {
    return switch (given) {
      case Given.Absent<T> absent -> Field.keep();
      case Given.Value<T>(@Nullable T value) -> Field.set(value);
    };
  }

  static WhereEdit where(
      Given<Double> lat, Given<Double> lon, Given<String> address, Given<Location> location) {
    return new WhereEdit(field(lat), field(lon), field(address), field(location));
  }
}
