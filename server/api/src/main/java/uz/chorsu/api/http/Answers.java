package uz.chorsu.api.http;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.database.Database;
import uz.chorsu.model.SignonId;

/// First answers to requests with an `Idempotency-Key`, kept in the room's own schema.
public final class Answers {
  private final DatabaseAnswers store;
  private final InstantSource clock;

  private Answers(DatabaseAnswers store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Brings the schema `api` up to date.
  public static Answers open(Database database, Sealer sealer, InstantSource clock) {
    database.migrate("api");
    return new Answers(new DatabaseAnswers(database, sealer, clock), clock);
  }

  /// What a server is made of that keeps its answers here.
  ///
  /// @param signons the person behind a sign-on
  /// @param hosts names under which it may be called, without port
  public HttpFace.Parts parts(
      Meters meters, Function<SignonId, Optional<Actor>> signons, Set<String> hosts) {
    return new HttpFace.Parts(store, meters, signons, hosts, clock, Limits.USUAL);
  }

  /// Takes out what is older than 24 hours.
  public void sweep() {
    while (store.sweep() > 0) {
      // As many statements as it takes, so that none of them is long.
    }
  }
}
