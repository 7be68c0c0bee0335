package ballast.format.markup;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file, ended by LF, CR or CRLF. */
final class FileLines {

  private FileLines() {}

  static List<Span> of(String file) {
    List<Span> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < file.length(); i++) {
      char c = file.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(new Span(start, i));
        if (c == '\r' && i + 1 < file.length() && file.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    lines.add(new Span(start, file.length()));
    return lines;
  }

  /** Returns a line feed if there is only one line. */
  static String lineEnd(String file) {
    int feed = file.indexOf('\n');
    int carriage = file.indexOf('\r');
    if (carriage < 0 || (feed >= 0 && feed < carriage)) {
      return "\n";
    }
    return feed == carriage + 1 ? "\r\n" : "\r";
  }

  /** Damaged places in a file by line; only the first ones are listed, the rest is counted. */
  static final class Problems {

    private static final int SHOWN = 10;

    private final List<String> warnings = new ArrayList<>();
    private int more;

    void add(int line, String what) {
      if (warnings.size() < SHOWN) {
        warnings.add("line " + line + ": " + what);
      } else {
        more++;
      }
    }

    List<String> warnings() {
      List<String> all = new ArrayList<>(warnings);
      if (more > 0) {
        all.add(more + " more places are damaged in the same way");
      }
      return all;
    }
  }
}
