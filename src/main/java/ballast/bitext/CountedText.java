package ballast.bitext;

/**
 * A text that counts the characters read from it, so that a user's regular expression cannot run
 * forever on it. Java's matcher backtracks without limit on some expressions, above all on those
 * with back-references. For one thread.
 */
public final class CountedText implements CharSequence {

  /** Signals that more characters were read than allowed. */
  public static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String text;
  private long left;

  /**
   * @param maxReads characters that may be read; reading one more throws {@link TooManyReads}
   */
  public CountedText(String text, long maxReads) {
    this.text = text;
    this.left = maxReads;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    left--;
    if (left < 0) {
      throw new TooManyReads();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
