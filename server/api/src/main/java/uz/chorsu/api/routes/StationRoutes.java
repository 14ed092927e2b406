package uz.chorsu.api.routes;

import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.units.Stations;

/// Stations and other homes of units.
public final class StationRoutes implements RouteGroup {
  private final Stations stations;

  public StationRoutes(Stations stations) {
    this.stations = stations;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("listStations", exchange -> Answer.all(stations.list()));
  }
}
