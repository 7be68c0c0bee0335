package ballast.format.article;

import ballast.bitext.Lang;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Options for reading a text.
 *
 * @param encoding encoding given by the user; null to detect it. Only a byte order mark overrides
 *     it
 * @param lang language given by the user; null to detect it
 * @param mark the form of a user's marks, in either layout
 * @param isForTranslation whether the file itself is to be translated. If so, the title of a page's
 *     window is text (otherwise it is furniture if the page has a heading), and each caption of
 *     subtitles is a block, even if a sentence continues over several
 */
public record ReaderOptions(
    @Nullable Charset encoding,
    @Nullable Lang lang,
    Layout layout,
    Mark mark,
    boolean isForTranslation) {

  /** Reads an article and detects its encoding and language. */
  public static final ReaderOptions DEFAULT =
      new ReaderOptions(null, null, Layout.ARTICLE, Mark.DEFAULT, false);

  /** The rules for forming blocks from lines. */
  public enum Layout {
    /** An article: soft-wrapped lines are joined, headings, notes and furniture recognised. */
    ARTICLE,
    /**
     * One paragraph per line; blank lines give none. Lines are not joined, only marks are labelled,
     * and there is no markup. Only CR, LF and CRLF end a line, so that line numbers agree with
     * other tools.
     */
    LINES
  }

  public ReaderOptions withEncoding(@Nullable Charset newEncoding) {
    return new ReaderOptions(newEncoding, lang, layout, mark, isForTranslation);
  }

  public ReaderOptions withLang(@Nullable Lang newLang) {
    return new ReaderOptions(encoding, newLang, layout, mark, isForTranslation);
  }

  public ReaderOptions forTranslation() {
    return new ReaderOptions(encoding, lang, layout, mark, true);
  }

  public ReaderOptions withLayout(Layout newLayout) {
    return new ReaderOptions(encoding, lang, newLayout, mark, isForTranslation);
  }
}
