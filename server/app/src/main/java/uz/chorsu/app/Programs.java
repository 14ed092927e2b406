package uz.chorsu.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import uz.chorsu.model.Conflict;

/// Finds the programs beside this one, which run in processes of their own: the map maker (its
/// libraries clash with ours) and the simulated city (it must not share our memory or our fate).
///
/// @param home the checkout, given by the launcher as `CHORSU_HOME`
record Programs(Path home) {
  /// Makes the kernel end the program when Chorsu dies. Not on every system; then a killed Chorsu
  /// leaves programs that end by themselves when nobody answers them.
  private static final List<String> ENDS_WITH_PARENT = List.of("setpriv", "--pdeathsig", "TERM");

  private static final boolean CAN_TIE = canTie();

  static Programs ofEnvironment() {
    String home = System.getenv("CHORSU_HOME");
    return new Programs(Path.of(home == null ? "." : home).toAbsolutePath().normalize());
  }

  /// The built browser side.
  Path web() {
    return home.resolve("web").resolve("dist");
  }

  /// The command line of a Java program of a room.
  ///
  /// @param room such as `sim`
  /// @param mainClass its entry
  /// @param heapMiB upper limit of its heap
  /// @throws Conflict if it was not built
  List<String> java(String room, String mainClass, int heapMiB, List<String> arguments) {
    Path target = home.resolve("server").resolve(room).resolve("target");
    Path libraries = target.resolve("classpath.txt");
    String classPath;
    try {
      classPath = target.resolve("classes") + File.pathSeparator + Files.readString(libraries);
    } catch (IOException e) {
      throw new Conflict(
          "not-built", "The program " + room + " is not built: " + libraries + " is missing.");
    }
    List<String> command = new ArrayList<>(CAN_TIE ? ENDS_WITH_PARENT : List.of());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMiB + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath.strip(),
            mainClass));
    command.addAll(arguments);
    return command;
  }

  private static boolean canTie() {
    List<String> probe = new ArrayList<>(ENDS_WITH_PARENT);
    probe.add("true");
    try {
      Process process = new ProcessBuilder(probe).redirectErrorStream(true).start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
