package uz.chorsu.api.http;

import java.util.Optional;

/// Keeps first answers for 24 hours. Losing one makes no second call, see [Exchange#requestId()];
/// so a failure of the store is no failure of the request.
interface AnswerStore {
  /// @param key SHA-256 of sign-on and idempotency key, hexadecimal
  Optional<Stored> find(String key);

  /// The first one kept stays.
  void keep(String key, Stored answer);
}
