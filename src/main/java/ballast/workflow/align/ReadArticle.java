package ballast.workflow.align;

import ballast.align.Rendering;
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
 * @param sources the source sentences
 * @param targets the target sentences
 * @param known the renderings that help to align it
 */
public record ReadArticle(
    Article article,
    ReadText source,
    ReadText target,
    List<Segment> sources,
    List<Segment> targets,
    List<Rendering> known) {

  public ReadArticle {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    known = List.copyOf(known);
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
