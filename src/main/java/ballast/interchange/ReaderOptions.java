package ballast.interchange;

import ballast.bitext.Lang;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a text is to be read.
 *
 * @param encoding the encoding the user says the file has; null to find out. A byte order mark and
 *     only that overrules it
 * @param lang the language the user says the text has; null to find out
 * @param layout how lines make blocks
 */
public record ReaderOptions(@Nullable Charset encoding, @Nullable Lang lang, Layout layout) {

  /** Find out encoding and language, read an article. */
  public static final ReaderOptions DEFAULT = new ReaderOptions(null, null, Layout.ARTICLE);

  /** How lines make blocks. */
  public enum Layout {
    /** An article: soft-wrapped lines are joined, headings, notes and furniture recognised. */
    ARTICLE,
    /**
     * One paragraph a line, blank lines give none. Nothing is joined, labelled or taken for markup.
     * Only CR, LF and CRLF end a line, so that line numbers agree with other tools.
     */
    LINES
  }

  public ReaderOptions withEncoding(@Nullable Charset newEncoding) {
    return new ReaderOptions(newEncoding, lang, layout);
  }

  public ReaderOptions withLang(@Nullable Lang newLang) {
    return new ReaderOptions(encoding, newLang, layout);
  }

  public ReaderOptions withLayout(Layout newLayout) {
    return new ReaderOptions(encoding, lang, newLayout);
  }
}
