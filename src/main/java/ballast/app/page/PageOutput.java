package ballast.app.page;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The output of templates. Each value is escaped according to its place in the markup, so that no
 * text becomes markup, and invisible characters become visible. Each part goes to the writer at
 * once.
 *
 * <pre>
 * PageOutput.write(out, page -&gt; JteFindingPageGenerated.render(page, null, report));
 * </pre>
 */
public final class PageOutput implements HtmlTemplateOutput {

  /**
   * Elements that contain only text; markup that makes a character visible would be shown
   * literally.
   */
  private static final Set<String> TEXT_ONLY = Set.of("option", "title");

  /** Element whose content is sent back, and must then be the same text. */
  private static final String SENT_BACK = "textarea";

  /** Elements with a language of their own, which must not contain values. */
  private static final Set<String> CODE = Set.of("script", "style");

  private final Writer out;
  private String tag = "";
  private @Nullable String attribute;

  /** Whether the last markup ended with a line break. */
  private boolean atLineStart;

  private PageOutput(Writer out) {
    this.out = out;
  }

  /**
   * Writes a template.
   *
   * @param template calls {@code render} of a generated class
   */
  public static void write(Writer out, Consumer<HtmlTemplateOutput> template) throws IOException {
    try {
      template.accept(new PageOutput(out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void setContext(String tag, @Nullable String attribute) {
    this.tag = tag;
    this.attribute = attribute;
  }

  @Override
  public void writeContent(String markup) {
    writeContent(markup, 0, markup.length());
  }

  /** A fragment and its call both end with a line break; the second one is dropped. */
  @Override
  public void writeContent(String markup, int start, int end) {
    int from = start;
    while (atLineStart && from < end && markup.charAt(from) == '\n') {
      from++;
    }
    if (from < end) {
      write(markup, from, end);
      atLineStart = markup.charAt(end - 1) == '\n';
    }
  }

  @Override
  public void writeUserContent(@Nullable String value) {
    String text = escaped(String.valueOf(value));
    write(text, 0, text.length());
    atLineStart = false;
  }

  private void write(String text, int start, int end) {
    try {
      out.write(text, start, end - start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String escaped(String value) {
    if (attribute != null) {
      if (attribute.startsWith("on") || attribute.equals("style")) {
        throw new IllegalStateException("a value in the attribute " + attribute);
      }
      return HtmlText.escape(value);
    }
    if (CODE.contains(tag)) {
      throw new IllegalStateException("a value in the element " + tag);
    }
    if (tag.equals(SENT_BACK)) {
      return HtmlText.exact(value);
    }
    return TEXT_ONLY.contains(tag) ? HtmlText.escape(value) : HtmlText.visible(value);
  }

  @Override
  public void writeUserContent(@Nullable Content part) {
    if (part == null) {
      return;
    }
    if (attribute != null || TEXT_ONLY.contains(tag)) {
      throw new IllegalStateException("a part of a page where only text is allowed: " + tag);
    }
    part.writeTo(this);
  }

  @Override
  public void writeUnsafeContent(@Nullable String markup) {
    throw new UnsupportedOperationException("$unsafe");
  }
}
