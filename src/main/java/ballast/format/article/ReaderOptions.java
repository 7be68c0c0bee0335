package ballast.format.article;

import ballast.bitext.Lang;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a text is to be read.
 *
 * @param encoding the encoding that the user gives; null to detect it. Only a byte order mark
 *     overrides it
 * @param lang the language that the user gives; null to detect it
 * @param layout how lines form blocks
 * @param mark the form of a user's marks, in either layout
 * @param isForTranslation whether the file itself is to be translated: then the title of a page's
 *     window is text, which is furniture otherwise if the page has a heading, and each caption of
 *     subtitles is a block, also where a sentence goes on over several
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

  /** How lines form blocks. */
  public enum Layout {
    /** An article: soft-wrapped lines are joined, headings, notes and furniture recognised. */
    ARTICLE,
    /**
     * One paragraph per line; blank lines give none. Nothing is joined, nothing but marks is
     * labelled, and nothing is read as markup. Only CR, LF and CRLF end a line, so that line
     * numbers agree with other tools.
     */
    LINES
  }

  public ReaderOptions withEncoding(@Nullable Charset newEncoding) {
    return new ReaderOptions(newEncoding, lang, layout, mark, isForTranslation);
  }

  public ReaderOptions withLang(@Nullable Lang newLang) {
    return new ReaderOptions(encoding, newLang, layout, mark, isForTranslation);
  }

  /** The same for a file that is to be translated. */
  public ReaderOptions forTranslation() {
    return new ReaderOptions(encoding, lang, layout, mark, true);
  }

  public ReaderOptions withLayout(Layout newLayout) {
    return new ReaderOptions(encoding, lang, newLayout, mark, isForTranslation);
  }

  ReaderOptions withMark(Mark newMark) {
    return new ReaderOptions(encoding, lang, layout, newMark, isForTranslation);
  }
}
