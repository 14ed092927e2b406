package uz.chorsu.sim.replay;

import uz.chorsu.model.ChorsuException;

/// A file that cannot be played, with one sentence why.
final class NotAHistory extends ChorsuException {
  private static final long serialVersionUID = 1L;

  NotAHistory(String message) {
    super("not-a-history", message);
  }
}
