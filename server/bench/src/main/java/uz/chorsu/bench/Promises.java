package uz.chorsu.bench;

/// What must hold on a bad day, said one by one as it is tried.
final class Promises {
  private int held;
  private int broken;

  void expect(String what, boolean holds) {
    System.out.println((holds ? "held: " : "BROKEN: ") + what);
    if (holds) {
      held++;
    } else {
      broken++;
    }
  }

  /// The closing line.
  String summary(String name) {
    return String.format("soak %s: %d promises held, %d broken", name, held, broken);
  }

  boolean allHeld() {
    return held > 0 && broken == 0;
  }
}
