package ballast.bundle;

/** Thrown if a bundle cannot be built; the message gives the reason. */
final class BundleException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BundleException(String message) {
    super(message);
  }
}
