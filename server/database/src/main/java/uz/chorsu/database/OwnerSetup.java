package uz.chorsu.database;

import static uz.chorsu.database.DatabaseFailure.Reason.START;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;

/// Makes the database and the ordinary role that owns it, so that Chorsu itself never works as the
/// server's administrator. Done at each start, because an earlier first start may have been killed
/// in between.
final class OwnerSetup {
  private OwnerSetup() {}

  static void run(DatabaseAddress admin, DatabaseAddress owner) {
    try (Connection connection =
            new AddressDataSource(() -> admin, Map.of("connectTimeout", "5")).getConnection();
        Statement statement = connection.createStatement()) {
      if (has(statement, "SELECT 1 FROM pg_database WHERE datname = 'chorsu'") && canLogIn(owner)) {
        return;
      }
      if (!has(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'chorsu'")) {
        statement.execute("CREATE ROLE chorsu LOGIN");
      }
      // The driver hashes the password itself; in clear it would stand in a statement.
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(
              Cluster.OWNER,
              owner.password() == null ? new char[0] : owner.password().toCharArray(),
              "scram-sha-256");
      if (!has(statement, "SELECT 1 FROM pg_database WHERE datname = 'chorsu'")) {
        statement.execute("CREATE DATABASE chorsu OWNER chorsu");
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(
          START, "The database cannot be set up in the embedded server: " + e.getMessage(), e);
    }
  }

  private static boolean canLogIn(DatabaseAddress owner) {
    try (Connection connection =
        new AddressDataSource(() -> owner, Map.of("connectTimeout", "5")).getConnection()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean has(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
