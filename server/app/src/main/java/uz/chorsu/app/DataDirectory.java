package uz.chorsu.app;

import java.nio.file.Path;

/// Where what belongs together lies in the data directory. `docs/reference` describes it for
/// administrators.
///
/// @param root as given with `--data`, absolute
record DataDirectory(Path root) {
  DataDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /// The embedded server's data, its passwords and its settings.
  Path postgres() {
    return root.resolve("postgres");
  }

  /// Unpacked programs: may be deleted while Chorsu is stopped.
  Path programs() {
    return root.resolve("programs");
  }

  /// One folder for each imported map, named by the hash of its file.
  Path cities() {
    return root.resolve("cities");
  }

  /// Says which city is in use.
  Path cityInUse() {
    return root.resolve("city-in-use.properties");
  }

  /// Keeps personal values readable; must never lie in the same backup as the database.
  Path deskKey() {
    return root.resolve("keys").resolve("desk.key");
  }

  /// Seals the first answers that are kept for repeated requests.
  Path answerKey() {
    return root.resolve("keys").resolve("answers.key");
  }

  /// The city's own incident types, response plans and targets.
  Path plan() {
    return root.resolve("plan.yaml");
  }

  /// The printable board for the day the system is down.
  Path board() {
    return root.resolve("board");
  }

  Path logs() {
    return root.resolve("logs");
  }
}
