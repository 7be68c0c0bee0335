package ballast.report.page;

/**
 * How text looks on a terminal. Colour only repeats what words or positions already say.
 *
 * @param columns width to lay out for; 0 when the output is not a terminal: then nothing is wrapped
 * @param colour whether escape sequences for colour may be written
 */
public record Style(int columns, boolean colour) {

  /** For files and pipes. */
  public static final Style PLAIN = new Style(0, false);

  /** Bold red. */
  public String error(String text) {
    return sequence("1;31", text);
  }

  /** Yellow, for places that need attention. */
  public String doubt(String text) {
    return sequence("33", text);
  }

  /** Faint, for text of less importance. */
  public String faint(String text) {
    return sequence("2", text);
  }

  /** Bold. */
  public String strong(String text) {
    return sequence("1", text);
  }

  /** Red and struck through. */
  String deleted(String text) {
    return sequence("9;31", text);
  }

  /** Green and underlined. */
  String inserted(String text) {
    return sequence("4;32", text);
  }

  private String sequence(String code, String text) {
    return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
