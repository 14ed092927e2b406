package uz.chorsu.command.units;

import java.util.List;
import java.util.UUID;
import uz.chorsu.command.desk.Field;

/// What changes about a unit.
public record UnitEdit(
    Field<String> callSign,
    Field<String> kind,
    Field<List<String>> skills,
    Field<UUID> stationId,
    Field<String> crewName) {}
