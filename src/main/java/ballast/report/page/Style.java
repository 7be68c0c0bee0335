package ballast.report.page;

import java.util.List;

/**
 * How text looks on a terminal. Colour only repeats what words or positions already say.
 *
 * @param columns width to lay out for; 0 when the output is not a terminal: then nothing is wrapped
 * @param colour whether escape sequences for colour may be written
 */
public record Style(int columns, boolean colour) {

  /** For files and pipes. */
  public static final Style PLAIN = new Style(0, false);

  private static final String START = "\033[";
  private static final String NORMAL = START + "0m";
  private static final String ERROR = START + "1;31m";
  private static final String DOUBT = START + "33m";
  private static final String FAINT = START + "2m";
  private static final String STRONG = START + "1m";
  private static final String DELETED = START + "9;31m";
  private static final String INSERTED = START + "4;32m";

  private static final List<String> SEQUENCES =
      List.of(NORMAL, ERROR, DOUBT, FAINT, STRONG, DELETED, INSERTED);

  /** Bold red. */
  public String error(String text) {
    return sequence(ERROR, text);
  }

  /** Yellow, for places that need attention. */
  public String doubt(String text) {
    return sequence(DOUBT, text);
  }

  /** Faint, for text of less importance. */
  public String faint(String text) {
    return sequence(FAINT, text);
  }

  /** Bold. */
  public String strong(String text) {
    return sequence(STRONG, text);
  }

  /** Red and struck through. */
  String deleted(String text) {
    return sequence(DELETED, text);
  }

  /** Green and underlined. */
  String inserted(String text) {
    return sequence(INSERTED, text);
  }

  private String sequence(String code, String text) {
    return colour ? code + text + NORMAL : text;
  }

  /** A text as it is seen: without the sequences that are written here. */
  public static String withoutSequences(String text) {
    String seen = text;
    for (String sequence : SEQUENCES) {
      seen = seen.replace(sequence, "");
    }
    return seen;
  }

  /** Whether this is one of the sequences for colour that are written here. */
  static boolean isSequence(CharSequence text) {
    return SEQUENCES.contains(text.toString());
  }

  /** Whether one of the sequences begins like this. */
  static boolean mayBeSequence(CharSequence beginning) {
    String text = beginning.toString();
    return SEQUENCES.stream().anyMatch(sequence -> sequence.startsWith(text));
  }
}
