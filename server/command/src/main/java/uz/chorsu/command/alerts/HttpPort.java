package uz.chorsu.command.alerts;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.AlertPort;

/// Posts alerts as JSON. Any 2xx means that the port has taken it. Redirects are not followed: only
/// what the administrator named is called.
final class HttpPort implements Port {
  private final AlertPort port;
  private final Optional<String> authorization;
  private final HttpClient client;

  /// @param authorization value of the `Authorization` header
  HttpPort(AlertPort port, Optional<String> authorization) {
    this.port = port;
    this.authorization = authorization;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(port.timeoutSeconds()))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  @Override
  public void deliver(String alertId, String callSign, byte[] json)
      throws Undelivered, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(port.url())
            .timeout(Duration.ofSeconds(port.timeoutSeconds()))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", alertId)
            .POST(BodyPublishers.ofByteArray(json));
    authorization.ifPresent(value -> request.header("Authorization", value));
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request.build(), BodyHandlers.discarding());
    try {
      // The client's own limit ends with the headers; this one counts the whole answer.
      int status = answer.get(port.timeoutSeconds(), TimeUnit.SECONDS).statusCode();
      if (status < 200 || status > 299) {
        throw new Undelivered("answered with status " + status);
      }
    } catch (TimeoutException e) {
      throw new Undelivered("no answer within " + port.timeoutSeconds() + " s");
    } catch (ExecutionException e) {
      throw new Undelivered(reason(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private String reason(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException timeout -> "no answer within " + port.timeoutSeconds() + " s";
      case ConnectException refused -> "no connection";
      case null -> "failed";
      case Throwable other -> "failed: " + other.getClass().getSimpleName();
    };
  }
}
