package uz.chorsu.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// Opens connections to wherever the server is now: a restarted embedded server may have had to
/// take another port, so the address is asked anew for each connection.
final class AddressDataSource implements DataSource {
  private final Supplier<DatabaseAddress> address;
  private final Map<String, String> settings;
  private final Driver driver = new Driver();

  /// @param settings connection properties of the driver
  AddressDataSource(Supplier<DatabaseAddress> address, Map<String, String> settings) {
    this.address = address;
    this.settings = Map.copyOf(settings);
  }

  @Override
  public Connection getConnection() throws SQLException {
    DatabaseAddress now = address.get();
    Properties properties = new Properties();
    settings.forEach(properties::setProperty);
    if (now.user() != null) {
      properties.setProperty("user", now.user());
    }
    if (now.password() != null) {
      properties.setProperty("password", now.password());
    }
    Connection connection = driver.connect(now.jdbcUrl(), properties);
    if (connection == null) {
      throw new SQLException("The driver does not know the address " + now);
    }
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The user belongs to the address");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("Not a wrapper");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
