package uz.chorsu.app;

import java.io.PrintStream;
import java.util.Locale;

/// Long work as readable lines, one for each new step and each tenth: `Importing the city: 40 %
/// Reading the map`.
final class ProgressLine {
  private final PrintStream out;
  private final String work;
  private String lastStep = "";
  private int lastTenth = -1;

  ProgressLine(PrintStream out, String work) {
    this.out = out;
    this.work = work;
  }

  /// @param share of the whole that is done, 0 to 1
  synchronized void at(String step, double share) {
    int tenth = (int) Math.floor(share * 10);
    if (step.equals(lastStep) && tenth <= lastTenth) {
      return;
    }
    lastStep = step;
    lastTenth = tenth;
    out.println(String.format(Locale.ROOT, "%s: %3.0f %% %s", work, share * 100, step));
    out.flush();
  }
}
