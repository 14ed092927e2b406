package uz.chorsu.api.http;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uz.chorsu.command.seal.Opened;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.command.seal.Subject;
import uz.chorsu.database.Database;

/// First answers in the room's own schema, sealed, because a body may repeat words of a note.
///
/// An answer that a crash of the machine takes with it costs nothing, so that its commit does not
/// wait for the disk.
final class DatabaseAnswers implements AnswerStore {
  static final Duration KEPT = Duration.ofHours(24);
  private static final int SWEEP = 5_000;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Database database;
  private final Sealer sealer;
  private final InstantSource clock;

  DatabaseAnswers(Database database, Sealer sealer, InstantSource clock) {
    this.database = database;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public Optional<Stored> find(String key) {
    return database
        .reserved()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT request, status, content_type, headers, body_sealed"
                        + " FROM api.answer WHERE key = :key AND at > :since")
                .bind("key", HexFormat.of().parseHex(key))
                .bind("since", utc(clock.instant().minus(KEPT)))
                .map((rs, context) -> row(key, rs))
                .findOne())
        .flatMap(opened -> opened);
  }

  @Override
  public void keep(String key, Stored answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    byte[] sealed = sealer.seal(subject(key), body);
    String headers = new String(Json.write(answer.headers()), StandardCharsets.UTF_8);
    database
        .reserved()
        .useTransaction(handle -> {
          handle.execute("SET LOCAL synchronous_commit = off");
          handle
              .createUpdate(
                  """
                  INSERT INTO api.answer (key, at, request, status, content_type, headers,
                    body_sealed)
                  VALUES (:key, :at, :request, :status, :type, CAST(:headers AS jsonb), :body)
                  ON CONFLICT (key) DO UPDATE SET at = excluded.at, request = excluded.request,
                    status = excluded.status, content_type = excluded.content_type,
                    headers = excluded.headers, body_sealed = excluded.body_sealed
                   WHERE answer.at <= :since
                  """)
              .bind("key", HexFormat.of().parseHex(key))
              .bind("at", utc(clock.instant()))
              .bind("since", utc(clock.instant().minus(KEPT)))
              .bind("request", HexFormat.of().parseHex(answer.request()))
              .bind("status", answer.status())
              .bind("type", answer.contentType())
              .bind("headers", headers)
              .bind("body", sealed)
              .execute();
        });
  }

  /// Takes out what is older than 24 hours, some at a time.
  ///
  /// @return how many rows went; call again while it is many
  int sweep() {
    return database
        .ordinary()
        .withHandle(handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM api.answer WHERE key IN
                      (SELECT key FROM api.answer WHERE at <= :since ORDER BY at LIMIT :most)
                    """)
                .bind("since", utc(clock.instant().minus(KEPT)))
                .bind("most", SWEEP)
                .execute());
  }

  private Optional<Stored> row(String key, ResultSet rs) throws SQLException {
    // An answer that does not open, because its key was destroyed, counts as lost.
    if (!(sealer.open(subject(key), rs.getBytes("body_sealed"))
        instanceof Opened.Words(var text))) {
      return Optional.empty();
    }
    return Optional.of(
        new Stored(
            HexFormat.of().formatHex(rs.getBytes("request")),
            rs.getInt("status"),
            rs.getString("content_type"),
            headers(rs.getString("headers")),
            text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> headers(String json) {
    try {
      return Json.mapperForWriting().readValue(json, HEADERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Subject subject(String key) {
    ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(key));
    return new Subject("api.answer", new UUID(bytes.getLong(), bytes.getLong()), "body");
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
