package ballast.app.align;

import ballast.format.article.ReaderOptions;
import ballast.segment.SegmenterOptions;

/**
 * How articles are read and split into sentences. Languages that the options do not name are
 * detected.
 *
 * @param segmenting splits both texts; ignored if each line already is a sentence
 */
public record ArticleReading(
    ReaderOptions source, ReaderOptions target, SegmenterOptions segmenting) {

  /** Detects languages and encodings, and splits with the built-in rules. */
  public static final ArticleReading DEFAULT =
      new ArticleReading(ReaderOptions.DEFAULT, ReaderOptions.DEFAULT, SegmenterOptions.DEFAULT);
}
