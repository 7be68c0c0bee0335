package ballast.bitext;

import java.util.regex.Pattern;

/** A word of a command line, as hints write one that somebody may copy and run. */
public final class ShellWord {

  /** What no shell takes for anything else than itself; some take {@code ’} for a quote. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!=)[A-Za-z0-9_./:@%+=,\\-[^\\x00-\\x7F\\p{Z}\\p{C}\\u2018-\\u201F]]+");

  private ShellWord() {}

  /** The word; in quotes if a shell would take it for several, or for something else. */
  public static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
