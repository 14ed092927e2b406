package uz.chorsu.api.http;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// What Chorsu counts about itself, for Prometheus.
public final class Meters {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram requests;

  public Meters() {
    JvmMetrics.builder().register(registry);
    requests =
        Histogram.builder()
            .name("chorsu_http_request_seconds")
            .help("Time to answer, by operation and status")
            .labelNames("operation", "status")
            .classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10)
            .register(registry);
  }

  void answered(String operation, int status, long nanos) {
    requests.labelValues(operation, Integer.toString(status)).observe(nanos / 1e9);
  }

  /// A number that is asked for when somebody looks.
  public void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /// Numbers by one label, asked for when somebody looks.
  public void gauges(String name, String help, String label, Supplier<Map<String, Double>> values) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(callback -> values.get().forEach((key, value) -> callback.call(value, key)))
        .register(registry);
  }

  public Counter counter(String name, String help) {
    return Counter.builder().name(name).help(help).register(registry);
  }

  public byte[] text() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(bytes, registry.scrape());
    return bytes.toByteArray();
  }
}
