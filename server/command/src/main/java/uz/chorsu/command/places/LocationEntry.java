package uz.chorsu.command.places;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.Refused;

/// Something that is known about a place, in the shape of the API.
///
/// @param id null for hydrants of the map and for earlier incidents
/// @param distanceMetres from the place that was asked about
/// @param author name and desk
/// @param incidentId of an earlier incident
public record LocationEntry(
    @Nullable UUID id,
    Kind kind,
    double lat,
    double lon,
    String text,
    double distanceMetres,
    @Nullable String author,
    @Nullable Instant at,
    @Nullable Instant expiresAt,
    @Nullable UUID incidentId) {

  /// What it tells.
  public enum Kind {
    HAZARD,
    ACCESS_CODE,
    HYDRANT,
    CONTACT,
    NOTE,
    /// Found among the incidents; nobody writes it.
    EARLIER_INCIDENT;

    /// As in the API and the database, such as `access-code`.
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws Refused if people cannot write an entry of this kind
    public static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word) && kind != EARLIER_INCIDENT)
          .findFirst()
          .orElseThrow(
              () -> new Refused("kind", "hazard, access-code, hydrant, contact or note", word));
    }
  }

  /// An entry to be kept.
  ///
  /// @param expiresAt null means in one year
  public record New(Kind kind, GeoPoint point, String text, @Nullable Instant expiresAt) {
    private static final int LONGEST_TEXT = 1000;

    /// @throws Refused naming `text`
    public New {
      text = Texts.require("text", text, LONGEST_TEXT);
    }
  }
}
