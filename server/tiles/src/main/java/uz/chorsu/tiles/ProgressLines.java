package uz.chorsu.tiles;

import java.io.PrintStream;
import java.util.Locale;

/// Tells the caller's process how far the work is: lines `progress <0..1> <step>`, never going
/// back, at most one for each hundredth. Safe to call from several threads.
final class ProgressLines {
  private final PrintStream out;
  private int lastHundredth = -1;
  private String lastStep = "";

  ProgressLines(PrintStream out) {
    this.out = out;
  }

  /// @param from share of the whole at which this step starts
  /// @param to share of the whole at which it ends
  /// @param done how many of its parts are done
  /// @param all how many parts it has; a guess is good enough
  void step(String step, double from, double to, long done, long all) {
    at(from + (to - from) * Math.clamp((double) done / Math.max(1, all), 0, 1), step);
  }

  synchronized void at(double share, String step) {
    int hundredth = Math.max(lastHundredth, (int) Math.floor(Math.clamp(share, 0, 1) * 100));
    if (hundredth == lastHundredth && step.equals(lastStep)) {
      return;
    }
    lastHundredth = hundredth;
    lastStep = step;
    out.println(String.format(Locale.ROOT, "progress %.2f %s", hundredth / 100.0, step));
    out.flush();
  }
}
