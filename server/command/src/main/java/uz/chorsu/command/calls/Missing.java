package uz.chorsu.command.calls;

import uz.chorsu.command.desk.Field;
import uz.chorsu.command.incidents.IncidentEdit;
import uz.chorsu.command.incidents.IncidentEdit.WhereEdit;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Incidents;
import uz.chorsu.command.incidents.Where;

/// What a joining call adds to its incident: only what nobody knew yet.
final class Missing {
  private Missing() {}

  static IncidentEdit of(IncidentSummary incident, NewCall call) {
    boolean type = incident.typeCode().equals(Incidents.UNKNOWN_TYPE) && call.typeCode() != null;
    Where where = call.where();
    boolean point = incident.lat() == null && where.point() != null;
    boolean address = incident.address() == null && where.address() != null;
    return new IncidentEdit(
        type ? Field.set(call.typeCode()) : Field.keep(),
        type ? Field.set(call.subtypeCode()) : Field.keep(),
        null,
        null,
        new WhereEdit(
            point ? Field.set(where.lat()) : Field.keep(),
            point ? Field.set(where.lon()) : Field.keep(),
            address ? Field.set(where.address()) : Field.keep(),
            point ? Field.set(where.location()) : Field.keep()));
  }
}
