package uz.chorsu.api.http;

/// The handlers of one noun.
@FunctionalInterface
public interface RouteGroup {
  void register(Routes routes);
}
