package ballast.bitext;

import java.util.regex.Pattern;

/** A word of a command line, quoted for hints that a user may copy and run. */
public final class ShellWord {

  /** Words without special meaning in any shell; some shells take {@code ’} for a quote. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!=)[A-Za-z0-9_./:@%+=,\\-[^\\x00-\\x7F\\p{Z}\\p{C}\\u2018-\\u201F]]+");

  private ShellWord() {}

  /** The word, in quotes if a shell would split or interpret it. */
  public static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
