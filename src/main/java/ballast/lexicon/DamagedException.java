package ballast.lexicon;

/** Thrown if the bytes of a lexicon file are invalid. {@link Lexicon} adds the file's name. */
final class DamagedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }
}
