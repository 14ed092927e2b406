package uz.chorsu.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the first answer again when a POST comes again with the same `Idempotency-Key`.
final class Repeats {
  private static final Logger log = LoggerFactory.getLogger(Repeats.class);
  private static final int LONGEST_KEY = 200;
  private static final long PATIENCE_SECONDS = 10;

  private final AnswerStore store;
  private final ConcurrentMap<String, Running> running = new ConcurrentHashMap<>();

  private record Running(String request, CompletableFuture<Stored> answer) {}

  /// One request with its key.
  ///
  /// @param key SHA-256 of sign-on and idempotency key, hexadecimal
  /// @param request SHA-256 of method, path, query and body, hexadecimal
  record Marked(String key, String request) {}

  Repeats(AnswerStore store) {
    this.store = store;
  }

  /// @throws Problem 400 if the key is not 1 to 200 printable ASCII characters
  static Optional<String> key(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    boolean printable = header.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
    if (header.isBlank() || header.length() > LONGEST_KEY || !printable) {
      throw Problem.unreadable(
          "An Idempotency-Key has 1 to " + LONGEST_KEY + " printable ASCII characters");
    }
    return Optional.of(header);
  }

  static Marked mark(String key, String signon, String request, byte[] body) {
    return new Marked(hex(hash(text(signon), text(key))), hex(hash(text(request), body)));
  }

  /// The id that the same key always has for the same operation and path (UUID version 8).
  static UUID requestId(Marked marked, String operationAndPath) {
    ByteBuffer bytes = ByteBuffer.wrap(hash(text(marked.key()), text(operationAndPath)));
    long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
    long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /// The first answer if there was one; else the work's.
  ///
  /// @throws Problem 422 if the key came with another request, 409 if the first is still running
  Stored answer(Marked marked, Callable<Stored> work) throws Exception {
    Optional<Stored> known = find(marked.key());
    if (known.isPresent()) {
      return replay(marked, known.get());
    }
    Running mine = new Running(marked.request(), new CompletableFuture<>());
    Running first = running.putIfAbsent(marked.key(), mine);
    return first == null ? perform(marked, mine, work) : await(marked, first);
  }

  private Stored perform(Marked marked, Running mine, Callable<Stored> work) throws Exception {
    try {
      Stored answer = work.call();
      mine.answer().complete(answer);
      if (isWorthKeeping(answer.status())) {
        keep(marked.key(), answer);
      }
      return answer;
    } finally {
      mine.answer().completeExceptionally(new IllegalStateException("no answer"));
      running.remove(marked.key());
    }
  }

  // What was refused for its form, for lack of capacity or by a fault may be tried again.
  private static boolean isWorthKeeping(int status) {
    return status < 300 || status == 404 || status == 409;
  }

  private Stored await(Marked marked, Running first) throws InterruptedException {
    requireSame(marked, first.request());
    try {
      return replayed(first.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new Problem(409, "in-flight", "The first request with this key is not done yet");
    }
  }

  private static Stored replay(Marked marked, Stored known) {
    requireSame(marked, known.request());
    return replayed(known);
  }

  private static void requireSame(Marked marked, String request) {
    if (!marked.request().equals(request)) {
      throw new Problem(422, "key-reused", "This Idempotency-Key came with another request");
    }
  }

  private static Stored replayed(Stored known) {
    var headers = new java.util.LinkedHashMap<>(known.headers());
    headers.put("Idempotency-Replayed", "true");
    return new Stored(known.request(), known.status(), known.contentType(), headers, known.body());
  }

  private Optional<Stored> find(String key) {
    try {
      return store.find(key);
    } catch (RuntimeException e) {
      log.warn("A first answer could not be looked up: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void keep(String key, Stored answer) {
    try {
      store.keep(key, answer);
    } catch (RuntimeException e) {
      log.warn("A first answer could not be kept: {}", e.getMessage());
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hash(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        // The length in front keeps ("ab", "c") and ("a", "bc") apart.
        digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
