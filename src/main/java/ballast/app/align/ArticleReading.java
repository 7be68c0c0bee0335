package ballast.app.align;

import ballast.format.article.ReaderOptions;
import ballast.segment.SegmenterOptions;

/**
 * How articles are read and split into sentences.
 *
 * @param source how sources are read; without a language it is detected
 * @param target how translations are read; without a language it is detected
 * @param segmenting how both are split; ignored where each line already is a sentence
 */
public record ArticleReading(
    ReaderOptions source, ReaderOptions target, SegmenterOptions segmenting) {

  /** Languages and encodings are detected; the built-in rules split the text. */
  public static final ArticleReading DEFAULT =
      new ArticleReading(ReaderOptions.DEFAULT, ReaderOptions.DEFAULT, SegmenterOptions.DEFAULT);
}
