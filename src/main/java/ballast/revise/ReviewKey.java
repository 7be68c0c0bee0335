package ballast.revise;

import ballast.bitext.Sha256;
import ballast.bitext.Unit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links a row of a review to its unit and shows whether either has changed since: {@code
 * b1:0a1b2c3d4e5f:89ab01ef:4567cd23:d}. It does not name the memory. Two machines that align the
 * same articles give the same ids, so a review made on one can be imported on the other.
 *
 * @param unit the unit's id
 * @param source the first 32 bits of the SHA-256 of its source in {@link #cell} form, 8 hexadecimal
 *     digits
 * @param target likewise for its target
 * @param state {@code d}raft, {@code a}pproved, {@code r}ejected; {@code x} if removed after the
 *     previous version
 */
public record ReviewKey(String unit, String source, String target, char state) {

  /** Version of the key. */
  private static final String PREFIX = "b1";

  private static final char REMOVED = 'x';
  private static final int DIGITS = 8;
  private static final Pattern FORM =
      Pattern.compile(PREFIX + ":([0-9a-z-]{1,100}):([0-9a-f]{8}):([0-9a-f]{8}):([darx])");

  public static ReviewKey of(Unit unit) {
    return new ReviewKey(
        unit.id(), hash(unit.source()), hash(unit.target()), state(unit.provenance().status()));
  }

  /** Returns the key of a unit that is no longer in its document. */
  public static ReviewKey ofRemoved(Unit unit) {
    return new ReviewKey(unit.id(), hash(unit.source()), hash(unit.target()), REMOVED);
  }

  /** Reads the key in a cell; empty if there is none. */
  static Optional<ReviewKey> parse(String cell) {
    Matcher matcher = FORM.matcher(cell.strip());
    return matcher.matches()
        ? Optional.of(
            new ReviewKey(
                matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4).charAt(0)))
        : Optional.empty();
  }

  /** Returns a name for the unit with its translation, of letters, digits and underscores. */
  public String shown() {
    return unit + "_" + target;
  }

  public String text() {
    return String.join(":", PREFIX, unit, source, target, String.valueOf(state));
  }

  boolean isRemoved() {
    return state == REMOVED;
  }

  /** Ignores changes that a table may make. */
  boolean isSource(String text) {
    return source.equals(hash(text));
  }

  boolean isTarget(String text) {
    return target.equals(hash(text));
  }

  static boolean isOneCell(String one, String other) {
    return cell(one).strip().equals(cell(other).strip());
  }

  private static char state(Unit.Status status) {
    return switch (status) {
      case DRAFT -> 'd';
      case APPROVED -> 'a';
      case REJECTED -> 'r';
    };
  }

  private static String hash(String text) {
    // Spreadsheet programs trim white space from cells.
    return Sha256.hex(cell(text).strip()).substring(0, DIGITS);
  }

  /**
   * Returns a text as a cell of a table can hold it. Line breaks become line feeds, vertical tab
   * and form feed become spaces, and half a character becomes U+FFFD. Other control characters,
   * which XML cannot contain, are left out.
   */
  public static String cell(String text) {
    if (text.codePoints().allMatch(c -> c >= 0x20 && !isControl(c) && !isHalf(c))) {
      return text;
    }
    StringBuilder cell = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u000B', ' ')
        .replace('\f', ' ')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !isControl(c))
        .forEach(c -> cell.appendCodePoint(isHalf(c) ? 0xFFFD : c));
    return cell.toString();
  }

  private static boolean isControl(int c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF || c == 0xFEFF;
  }

  private static boolean isHalf(int c) {
    return c >= 0xD800 && c <= 0xDFFF;
  }
}
