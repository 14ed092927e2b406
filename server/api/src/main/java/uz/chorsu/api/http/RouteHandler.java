package uz.chorsu.api.http;

/// Does the work of one operation. It runs on a virtual thread and may block.
@FunctionalInterface
public interface RouteHandler {
  /// What it throws becomes problem details: `Refused` 422, `NotFound` 404, `Conflict` 409, a
  /// [Problem] its own status, anything else 500 without its message.
  Answer handle(Exchange exchange) throws Exception;
}
