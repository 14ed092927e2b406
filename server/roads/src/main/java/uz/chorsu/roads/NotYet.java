package uz.chorsu.roads;

final class NotYet {
  private NotYet() {}

  @SuppressWarnings("TypeParameterUnusedInFormals")
  static <T> T built() {
    if (NotYet.class.getName().isEmpty()) {
      return built();
    }
    throw new UnsupportedOperationException("not yet built");
  }
}
