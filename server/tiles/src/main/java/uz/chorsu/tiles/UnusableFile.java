package uz.chorsu.tiles;

import java.nio.file.Path;
import uz.chorsu.model.ChorsuException;

/// A city file from which no map can be made. The message is one sentence that names the file and
/// what is wrong with it.
final class UnusableFile extends ChorsuException {
  private static final long serialVersionUID = 1L;

  UnusableFile(Path file, String whatIsWrong) {
    super("unusable-file", file.getFileName() + " " + whatIsWrong + ".");
  }

  UnusableFile(Path file, String whatIsWrong, Throwable cause) {
    super("unusable-file", file.getFileName() + " " + whatIsWrong + ".", cause);
  }
}
