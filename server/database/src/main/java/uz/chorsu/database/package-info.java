/// The embedded PostgreSQL's supervisor, the connection pool and the migration runner. Rooms that
/// store anything get their schema and their connections here.
@NullMarked
package uz.chorsu.database;

import org.jspecify.annotations.NullMarked;
