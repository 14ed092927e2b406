package uz.chorsu.api.http;

/// Answers with a stream that stays open. It runs on a virtual thread and returns at the end of the
/// stream.
@FunctionalInterface
public interface StreamHandler {
  /// What it throws before it opened the stream becomes problem details.
  void handle(Exchange exchange, EventStream stream) throws Exception;
}
