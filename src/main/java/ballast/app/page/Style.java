package ballast.app.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The style of text on a terminal. Colour only repeats information in words or positions.
 *
 * @param columns width for the layout; 0 if the output is not a terminal: then nothing is wrapped
 * @param colour whether escape sequences for colour may be written
 * @param links to files; null: none are written
 * @param language of messages in a report; null for English
 */
public record Style(
    int columns, boolean colour, @Nullable Links links, @Nullable PageLanguage language) {

  public Style(int columns, boolean colour) {
    this(columns, colour, null, null);
  }

  /** For files and pipes. */
  public static final Style PLAIN = new Style(0, false);

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final String START = "\033[";
  private static final String NORMAL = START + "0m";
  private static final String ERROR = START + "1;31m";
  private static final String DOUBT = START + "33m";
  private static final String FAINT = START + "2m";
  private static final String STRONG = START + "1m";
  private static final String DELETED = START + "9;31m";
  private static final String INSERTED = START + "4;32m";

  private static final String LINK = "\033]8;";

  private static final List<String> SEQUENCES =
      List.of(NORMAL, ERROR, DOUBT, FAINT, STRONG, DELETED, INSERTED);

  /** A time: local and short for people, in UTC as ISO 8601 for programs; 20 columns. */
  public String time(Instant at) {
    return columns > 0
        ? "%-20s".formatted(LOCAL.format(at.atZone(ZoneId.systemDefault())))
        : at.toString();
  }

  /** Returns a message in the language of the report; never call it with text from a file. */
  public String say(String message) {
    return language == null ? message : language.say(message);
  }

  /** Returns a text, which is not translated, in the quotation marks of the language. */
  public String quoted(String text) {
    return say("\"…\"").replace("…", text);
  }

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

  /**
   * Links a text to a file, if links are written. The text takes the same width.
   *
   * @param file its name; if there is no such file, the text is not linked
   */
  public String link(String file, String text) {
    return links == null ? text : links.link(file, text);
  }

  /** Bold. */
  public String strong(String text) {
    return sequence(STRONG, text);
  }

  public String deleted(String text) {
    return sequence(DELETED, text);
  }

  public String inserted(String text) {
    return sequence(INSERTED, text);
  }

  private String sequence(String code, String text) {
    return colour ? code + text + NORMAL : text;
  }

  /** Returns the visible text, without the sequences written by this class. */
  public static String withoutSequences(String text) {
    String seen = text;
    for (String sequence : SEQUENCES) {
      seen = seen.replace(sequence, "");
    }
    return seen.indexOf(LINK) < 0 ? seen : Links.Sequence.PATTERN.matcher(seen).replaceAll("");
  }

  /** Whether this is one of the sequences written by this class. */
  static boolean isSequence(CharSequence text) {
    return SEQUENCES.contains(text.toString())
        || (isLink(text) && Links.Sequence.PATTERN.matcher(text).matches());
  }

  private static boolean isLink(CharSequence text) {
    return text.length() > LINK.length() && LINK.contentEquals(text.subSequence(0, LINK.length()));
  }

  static boolean mayBeSequence(CharSequence beginning) {
    String text = beginning.toString();
    if (SEQUENCES.stream().anyMatch(sequence -> sequence.startsWith(text))
        || LINK.startsWith(text)) {
      return true;
    }
    if (!isLink(text)) {
      return false;
    }
    Matcher link = Links.Sequence.PATTERN.matcher(text);
    return link.matches() || link.hitEnd();
  }

  /**
   * Terminal links, OSC 8 (E. Koblinger, Hyperlinks in terminal emulators): {@code ESC ] 8 ; id=N ;
   * file://HOST/PATH ESC \}, the text, and the same without an address. The id belongs to this
   * process, so that text from a file cannot imitate our links.
   */
  @FunctionalInterface
  public interface Links {

    /** Returns the address of a file: {@code file://HOST/PATH}, empty if there is no such file. */
    String address(String file);

    /** Returns a text linked to a file, or the text alone if there is no such file. */
    default String link(String file, String text) {
      String address = address(file);
      return address.isEmpty()
          ? text
          : Sequence.START + address + Sequence.END + text + Sequence.STOP;
    }

    final class Sequence {

      private static final String ID =
          Long.toString(ProcessHandle.current().pid() ^ System.nanoTime(), Character.MAX_RADIX);
      private static final String STOP = "\033]8;;\033\\";
      private static final String START = "\033]8;id=" + ID.replace('-', '0') + ";";
      private static final String END = "\033\\";

      static final Pattern PATTERN =
          Pattern.compile(
              Pattern.quote(STOP)
                  + "|"
                  + Pattern.quote(START)
                  + "file://[A-Za-z0-9%/._~:-]*"
                  + Pattern.quote(END));

      private Sequence() {}
    }
  }
}
