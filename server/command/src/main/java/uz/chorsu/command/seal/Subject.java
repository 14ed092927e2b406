package uz.chorsu.command.seal;

import java.util.UUID;

/// Where a sealed value belongs. It cannot be opened anywhere else.
public record Subject(String table, UUID rowId, String field) {}
