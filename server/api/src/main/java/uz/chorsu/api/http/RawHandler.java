package uz.chorsu.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Answers what is not an operation of the API: files, the map, health, metrics.
@FunctionalInterface
public interface RawHandler {
  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
