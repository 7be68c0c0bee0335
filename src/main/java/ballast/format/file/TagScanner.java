package ballast.format.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds tags and attributes in the text of a well-formed XML document. */
public final class TagScanner {

  private TagScanner() {}

  /** Returns the end of the tag, comment, section or instruction that begins at {@code at}. */
  public static int end(String text, int at) {
    if (text.startsWith("<!--", at)) {
      return after(text, "-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return after(text, "]]>", at + 9);
    }
    if (text.startsWith("<?", at)) {
      return after(text, "?>", at + 2);
    }
    int brackets = 0;
    char quote = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == ']') {
        brackets += c == '[' ? 1 : -1;
      } else if (c == '>' && brackets <= 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private static int after(String text, String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  /** Whether a tag of that name begins there; {@code /name} for an end tag. */
  public static boolean isTag(String text, int at, String name) {
    int end = at + 1 + name.length();
    return text.startsWith(name, at + 1)
        && end < text.length()
        && (Character.isWhitespace(text.charAt(end)) || "/>".indexOf(text.charAt(end)) >= 0);
  }

  /** Returns the attribute, as written, of the first element of that name; empty if it has none. */
  public static String attribute(String text, String element, String name) {
    int at = tag(text, element, 0);
    return at < 0 ? "" : attribute(text.substring(at, end(text, at)), name);
  }

  /** Returns the attribute, as written, of a tag; empty if it has none. */
  public static String attribute(String tag, String name) {
    Pattern pattern = Pattern.compile("\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    Matcher found = pattern.matcher(tag);
    return !found.find() ? "" : found.group(1) == null ? found.group(2) : found.group(1);
  }

  /** Returns a document with elements added at the end of its root. */
  public static String append(String document, String elements) {
    int end = document.lastIndexOf("</");
    return end < 0
        ? document.replaceFirst(
            "<([\\w:]+)([^<>]*)/>\\s*$", "<$1$2>" + Matcher.quoteReplacement(elements) + "</$1>")
        : document.substring(0, end) + elements + document.substring(end);
  }

  /** Returns the offset of the next tag of that name; -1 if there is none. */
  public static int tag(String text, String name, int from) {
    int at = text.indexOf('<', from);
    while (at >= 0 && !isTag(text, at, name)) {
      at = text.indexOf('<', end(text, at));
    }
    return at;
  }
}
