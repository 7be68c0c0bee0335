package ballast.format.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of a page before its text, between lines of {@code ---} or {@code +++}. */
final class FrontMatter {

  private static final Pattern FIRST = Pattern.compile("(---|\\+\\+\\+)[ \\t]*+(?:\\r\\n?|\\n)");
  private static final Pattern LINE = Pattern.compile("([^\\r\\n]*+)(\\r\\n?|\\n|\\z)");

  /** A name with its value, an entry of a list, a comment, a section, an indented or empty line. */
  private static final Pattern SETTING =
      Pattern.compile("[^\\s:=#-][^:=]{0,200}[:=].*|[#\\[\\]{}\"'-].*|\\s.*|");

  private FrontMatter() {}

  /** Where the text after the settings begins; 0 if the file has none. */
  static int end(String file) {
    Matcher first = FIRST.matcher(file);
    if (!first.lookingAt()) {
      return 0;
    }
    Matcher line = LINE.matcher(file);
    for (int at = first.end(); line.find(at) && at < file.length(); at = line.end()) {
      String content = line.group(1).stripTrailing();
      if (content.equals(first.group(1)) || content.equals("...")) {
        return line.end();
      }
      if (!SETTING.matcher(content).matches()) {
        return 0;
      }
    }
    return 0;
  }
}
