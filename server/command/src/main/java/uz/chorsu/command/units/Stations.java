package uz.chorsu.command.units;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.plans.Names;

/// The stations of the city.
public final class Stations {
  private final Changes changes;

  public Stations(Changes changes) {
    this.changes = changes;
  }

  /// All stations, by kind and name.
  public List<Station> list() {
    return changes.read(Stations::list);
  }

  static List<Station> list(Handle handle) {
    return handle
        .createQuery("SELECT * FROM command.station ORDER BY kind, name_en, id")
        .map((rs, context) ->
            new Station(
                Rows.uuid(rs, "id"),
                new Names(
                    rs.getString("name_en"), rs.getString("name_ru"), rs.getString("name_uz")),
                rs.getString("kind"),
                rs.getDouble("lat"),
                rs.getDouble("lon")))
        .list();
  }

  /// Adds stations, or changes those whose source key is known.
  ///
  /// @return all stations as they are now
  public List<Station> save(Actor actor, List<Station.New> stations) {
    return changes.change(
        actor,
        change -> {
          try (PreparedBatch batch =
              change
                  .handle()
                  .prepareBatch(
                      """
                      INSERT INTO command.station
                        (id, source_key, kind, name_en, name_ru, name_uz, lat, lon)
                      VALUES (:id, :sourceKey, :kind, :nameEn, :nameRu, :nameUz, :lat, :lon)
                      ON CONFLICT (source_key) DO UPDATE SET kind = excluded.kind,
                        name_en = excluded.name_en, name_ru = excluded.name_ru,
                        name_uz = excluded.name_uz, lat = excluded.lat, lon = excluded.lon
                      """)) {
            for (Station.New station : stations) {
              batch
                  .bind("id", change.newId())
                  .bind("sourceKey", station.sourceKey())
                  .bind("kind", station.kind())
                  .bind("nameEn", station.nameEn())
                  .bind("nameRu", station.nameRu())
                  .bind("nameUz", station.nameUz())
                  .bind("lat", station.lat())
                  .bind("lon", station.lon())
                  .add();
            }
            if (batch.size() > 0) {
              batch.execute();
              change.record(
                  Entry.of("stations-saved", stations.size() + " stations were saved")
                      .with("count", stations.size()));
            }
          }
          return list(change.handle());
        });
  }
}
