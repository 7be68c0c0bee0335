package ballast.check;

/** Thrown when a rendering should be replaced only by a person. The message says why. */
final class UnsafeFix extends Exception {

  private static final long serialVersionUID = 1L;

  UnsafeFix(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
