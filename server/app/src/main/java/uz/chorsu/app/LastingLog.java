package uz.chorsu.app;

import java.util.logging.LogManager;

/// Keeps the log open while Chorsu stops. The JDK's own manager closes all handlers when the JVM
/// begins to end, beside our orderly stop, whose messages would be lost.
public final class LastingLog extends LogManager {
  @Override
  public void reset() {
    // Called by the JDK's shutdown hook; handlers flush each record, so nothing is left to close.
  }
}
