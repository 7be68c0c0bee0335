package ballast.lexicon;

/** The bytes of a lexicon file are not valid. {@link Lexicon} adds the name of the file. */
final class DamagedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }
}
