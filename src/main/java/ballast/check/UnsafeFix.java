package ballast.check;

/** A rendering that had better be replaced by a person. The message says why. */
final class UnsafeFix extends Exception {

  private static final long serialVersionUID = 1L;

  UnsafeFix(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
