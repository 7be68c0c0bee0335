package ballast.workflow.align;

import ballast.bitext.Alignment;
import ballast.bitext.Segment;
import ballast.format.article.ReadText;
import java.util.List;

/**
 * An article that has been read and split, so that it can be aligned several times.
 *
 * @param article the two files
 * @param source what was read of the source
 * @param target what was read of the target
 * @param pins the sentences, and where fixed beads are in them
 */
public record ReadArticle(Article article, ReadText source, ReadText target, ArticlePins pins) {

  /** The source sentences, undivided. */
  public List<Segment> sources() {
    return pins.sources();
  }

  /** The target sentences, undivided. */
  public List<Segment> targets() {
    return pins.targets();
  }

  /** An alignment of its sentences, with what is known of the files. */
  public AlignedText aligned(Alignment alignment) {
    return new AlignedText(
        article.document(),
        AlignedText.TextInfo.of(article.source(), source),
        AlignedText.TextInfo.of(article.target(), target),
        alignment);
  }
}
