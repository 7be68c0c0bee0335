package ballast.app.page;

import ballast.bitext.Span;
import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a part of a page. The markup is constant, and values from anywhere are escaped according
 * to their place, so that no text becomes markup.
 *
 * <pre>
 * html.add("&lt;p lang=\"{}\"&gt;{}&lt;/p&gt;\n", language, text);
 * </pre>
 *
 * <p>A test scans the sources to ensure that the markup is constant.
 */
public final class Html {

  /**
   * Elements that contain only text; markup that makes a character visible would be shown
   * literally.
   */
  private static final Set<String> TEXT_ONLY = Set.of("option", "title");

  /** Element whose content is sent back, and must then be the same text. */
  private static final String SENT_BACK = "textarea";

  private final Writer out;

  /** Whether the next character is in a tag. */
  private boolean inTag;

  private boolean inName;

  /** Name of the last tag, with the slash of an end tag. */
  private final StringBuilder tag = new StringBuilder();

  /**
   * @param out other parts of the page may be written to it between tags
   */
  public Html(Writer out) {
    this.out = out;
  }

  /**
   * Writes markup with values.
   *
   * @param markup a constant; {@code {}} stands for the next value, in text or within the quotation
   *     marks of an attribute
   * @param values written in the form of {@code String.valueOf}
   * @throws IllegalArgumentException if the number of places and values differs
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

  /** Writes a template between tags. */
  public Html render(Consumer<HtmlTemplateOutput> template) throws IOException {
    PageOutput.write(out, template);
    return this;
  }

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
    if (!inTag && tag.toString().equals(SENT_BACK)) {
      return HtmlText.exact(value);
    }
    return inTag || TEXT_ONLY.contains(tag.toString())
        ? HtmlText.escape(value)
        : HtmlText.visible(value);
  }

  /**
   * Writes a bar of a width in percent. A style attribute would need a security policy that allows
   * all of them.
   */
  public Html meter(long percent) throws IOException {
    return meter(percent, "");
  }

  /** Writes a bar with a further CSS class; may be empty. */
  public Html meter(long percent, String look) throws IOException {
    return add(
        "<svg class=\"meter{}\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\""
            + " aria-hidden=\"true\"><rect class=\"all\" width=\"100\" height=\"8\"/>"
            + "<rect class=\"part\" width=\"{}\" height=\"8\"/></svg>",
        look.isEmpty() ? "" : " " + look,
        percent);
  }

  /** Writes a text with marked stretches into a page. */
  public static final class Marks {

    private Marks() {}

    /**
     * @param spans the marked stretches, in UTF-16 units, in order, without overlap
     * @param look CSS class of the marks
     */
    public static void write(Html html, String text, List<Span> spans, String look)
        throws IOException {
      int at = 0;
      for (Span span : spans) {
        html.add("{}", text.substring(at, span.start()));
        html.add("<mark class=\"{}\">{}</mark>", look, span.of(text));
        at = span.end();
      }
      html.add("{}", text.substring(at));
    }
  }
}
