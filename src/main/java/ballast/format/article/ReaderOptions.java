package ballast.format.article;

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
 * @param mark which lines are a user's marks, in either layout
 */
public record ReaderOptions(
    @Nullable Charset encoding, @Nullable Lang lang, Layout layout, Mark mark) {

  /** Find out encoding and language, read an article. */
  public static final ReaderOptions DEFAULT =
      new ReaderOptions(null, null, Layout.ARTICLE, Mark.USUAL);

  /** How lines make blocks. */
  public enum Layout {
    /** An article: soft-wrapped lines are joined, headings, notes and furniture recognised. */
    ARTICLE,
    /**
     * One paragraph a line, blank lines give none. Nothing is joined, labelled (but marks are) or
     * taken for markup. Only CR, LF and CRLF end a line, so that line numbers agree with other
     * tools.
     */
    LINES
  }

  public ReaderOptions withEncoding(@Nullable Charset newEncoding) {
    return new ReaderOptions(newEncoding, lang, layout, mark);
  }

  public ReaderOptions withLang(@Nullable Lang newLang) {
    return new ReaderOptions(encoding, newLang, layout, mark);
  }

  public ReaderOptions withLayout(Layout newLayout) {
    return new ReaderOptions(encoding, lang, newLayout, mark);
  }

  ReaderOptions withMark(Mark newMark) {
    return new ReaderOptions(encoding, lang, layout, newMark);
  }
}
