package ballast.report.page;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;

/**
 * A part of a page. Markup stands in the program, values come from anywhere: each is escaped by
 * where it stands, so that no text becomes markup.
 *
 * <pre>
 * html.add("&lt;p lang=\"{}\"&gt;{}&lt;/p&gt;\n", language, text);
 * </pre>
 *
 * <p>The markup must be constant; a test reads the sources and sees to it.
 */
public final class Html {

  /** Elements that hold text alone: there, markup that makes a character visible would be shown. */
  private static final Set<String> TEXT_ONLY = Set.of("option", "title");

  private final Writer out;

  /** Whether what comes next stands in a tag. */
  private boolean inTag;

  private boolean inName;

  /** The name of the last tag, with the slash of an end tag. */
  private final StringBuilder tag = new StringBuilder();

  /**
   * @param out takes the characters; other parts of the page may be written to it between tags
   */
  public Html(Writer out) {
    this.out = out;
  }

  /**
   * Writes markup with values.
   *
   * @param markup a constant; {@code {}} stands for the next value, in text or within the quotation
   *     marks of an attribute
   * @param values what stands there, in words: texts, numbers
   * @throws IllegalArgumentException if there are more places than values, or fewer
   */
  public Html add(String markup, Object... values) throws IOException {
    int next = 0;
    int start = 0;
    for (int at = 0; at < markup.length(); at++) {
      char c = markup.charAt(at);
      if (c == '{' && markup.startsWith("{}", at)) {
        out.write(markup, start, at - start);
        start = at + 2;
        if (next == values.length) {
          throw new IllegalArgumentException("more places than values: " + markup);
        }
        out.write(escaped(String.valueOf(values[next++])));
        at++;
      } else {
        follow(c);
      }
    }
    if (next < values.length) {
      throw new IllegalArgumentException("more values than places: " + markup);
    }
    out.write(markup, start, markup.length() - start);
    return this;
  }

  /** Keeps account of where in the page this is. */
  private void follow(char c) {
    if (c == '<') {
      inTag = true;
      inName = true;
      tag.setLength(0);
    } else if (c == '>') {
      inTag = false;
      inName = false;
    } else if (inName) {
      if (c == '/' || Character.isLetterOrDigit(c)) {
        tag.append(c);
      } else {
        inName = false;
      }
    }
  }

  private String escaped(String value) {
    return inTag || TEXT_ONLY.contains(tag.toString())
        ? HtmlText.escape(value)
        : HtmlText.visible(value);
  }

  /** A bar of that many hundredths; an attribute of style would need a policy that allows any. */
  public Html meter(long percent) throws IOException {
    return add(
        "<svg class=\"meter\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\""
            + " aria-hidden=\"true\"><rect class=\"all\" width=\"100\" height=\"8\"/>"
            + "<rect class=\"part\" width=\"{}\" height=\"8\"/></svg>",
        percent);
  }

  /** A number with commas between thousands. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
