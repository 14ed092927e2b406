package uz.chorsu.command.seal;

import uz.chorsu.model.ChorsuException;

/// The file with the sealing keys cannot be used. The message names the file and never a key.
public final class UnusableKeys extends ChorsuException {
  private static final long serialVersionUID = 1L;

  UnusableKeys(String message) {
    super("keys", message);
  }

  UnusableKeys(String message, Throwable cause) {
    super("keys", message, cause);
  }
}
