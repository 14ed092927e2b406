package uz.chorsu.api.http;

import java.time.Duration;

/// How long things may take.
///
/// @param body until the last byte of a body is there
/// @param handler the work itself
public record Limits(Duration body, Duration handler) {
  public static final Limits USUAL = new Limits(Duration.ofSeconds(15), Duration.ofSeconds(20));
}
