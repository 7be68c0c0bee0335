package ballast.segment;

/**
 * One rule of SRX 2.0: a position with {@code before} before it and {@code after} after it is a
 * break, or is not.
 *
 * @param group name of the language rule it belongs to
 * @param number position in its group, from 1
 * @param before regular expression for the text before the position; empty matches any character
 * @param after regular expression for the text after it; empty matches anything
 * @param breaks whether the position is a break
 * @param comment what it is for; empty when the file does not say
 */
record SrxRule(
    String group, int number, String before, String after, boolean breaks, String comment) {

  /** Its name in messages and explanations. */
  String label() {
    return group + " " + number;
  }
}
