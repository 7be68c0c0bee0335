package ballast.lexicon;

/** Bytes that are not what a {@link LexiconWriter} writes; {@link Lexicon} names the file. */
final class DamagedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }
}
