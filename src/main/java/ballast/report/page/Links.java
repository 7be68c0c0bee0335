package ballast.report.page;

import java.util.regex.Pattern;

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
