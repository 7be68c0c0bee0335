package ballast.app.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How text looks on a terminal. Colour only repeats what words or positions already say.
 *
 * @param columns width to lay out for; 0 when the output is not a terminal: then nothing is wrapped
 * @param colour whether escape sequences for colour may be written
 * @param links to files; null: none are written
 */
public record Style(int columns, boolean colour, @Nullable Links links) {

  /** Without links. */
  public Style(int columns, boolean colour) {
    this(columns, colour, null);
  }

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

  private static final String LINK = "\033]8;";

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

  /**
   * A text that leads to a file where links are written. It takes the same room.
   *
   * @param file its name; the text stays alone if there is no such file
   */
  public String link(String file, String text) {
    return links == null ? text : links.link(file, text);
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
    return seen.indexOf(LINK) < 0 ? seen : Links.Sequence.PATTERN.matcher(seen).replaceAll("");
  }

  /** Whether this is one of the sequences that are written here. */
  static boolean isSequence(CharSequence text) {
    return SEQUENCES.contains(text.toString())
        || (isLink(text) && Links.Sequence.PATTERN.matcher(text).matches());
  }

  private static boolean isLink(CharSequence text) {
    return text.length() > LINK.length() && LINK.contentEquals(text.subSequence(0, LINK.length()));
  }

  /** Whether one of the sequences begins like this. */
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
   * Links of a terminal, OSC 8 (E. Koblinger, Hyperlinks in terminal emulators): {@code ESC ] 8 ;
   * id=N ; file://HOST/PATH ESC \}, the text, and the same without an address. The id is of this
   * process, so that no text from a file can write a link that passes for one of ours.
   */
  @FunctionalInterface
  public interface Links {

    /** Finds the address of a file: {@code file://HOST/PATH}, empty if there is no such file. */
    String address(String file);

    /** A text that leads to a file, or the text alone if there is no such file. */
    default String link(String file, String text) {
      String address = address(file);
      return address.isEmpty()
          ? text
          : Sequence.START + address + Sequence.END + text + Sequence.STOP;
    }

    /** The sequences of this process. */
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
