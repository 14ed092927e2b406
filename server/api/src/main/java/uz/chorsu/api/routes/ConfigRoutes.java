package uz.chorsu.api.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType;
import uz.chorsu.command.plans.IncidentType.Response;

/// The plan in force, for whoever shows it. Alert ports are left out: their addresses are nobody's
/// business but the administrator's.
public final class ConfigRoutes implements RouteGroup {
  private final Map<String, Object> config;

  public ConfigRoutes(CityPlan plan) {
    this.config = config(plan);
  }

  @Override
  public void register(Routes routes) {
    routes.handle("getConfig", exchange -> Answer.ok(config));
  }

  private static Map<String, Object> config(CityPlan plan) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("timeZone", plan.timeZone().getId());
    config.put("agencies", plan.agencies());
    config.put("skills", plan.skills());
    config.put("unitKinds", plan.unitKinds());
    config.put("incidentTypes", plan.incidentTypes().stream().map(ConfigRoutes::type).toList());
    config.put("priorities", plan.priorities());
    config.put(
        "dispositions",
        plan.dispositions().stream()
            .map(disposition ->
                Map.of(
                    "code", disposition.code(),
                    "name", disposition.name(),
                    "outcome", disposition.outcome().word()))
            .toList());
    config.put("benchmarks", plan.benchmarks());
    config.put("targets", plan.targets());
    config.put("outOfServiceReasons", plan.outOfServiceReasons());
    return config;
  }

  private static Map<String, Object> type(IncidentType type) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("code", type.code());
    shown.put("name", type.name());
    shown.putAll(response(type.response()));
    shown.put(
        "subtypes",
        type.subtypes().stream()
            .map(subtype -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("code", subtype.code());
              one.put("name", subtype.name());
              one.putAll(response(subtype.response()));
              return one;
            })
            .toList());
    return shown;
  }

  private static Map<String, Object> response(Response response) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("priority", response.priority());
    shown.put("agencies", response.agenciesAt(1));
    shown.put("questions", response.questions());
    shown.put("plans", List.copyOf(response.plans()));
    return shown;
  }
}
