package ballast.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which sentences of two texts translate each other.
 *
 * <p>Needs no dictionary: it learns from the two texts. Works in both directions between Chinese
 * and English (and, with less help, between any two languages). Deterministic; immutable and
 * thread-safe; each call runs on the calling thread.
 */
public final class Aligner {

  private final AlignerParameters parameters;

  /** An aligner with the usual weights. */
  public Aligner() {
    this(AlignerParameters.DEFAULT);
  }

  public Aligner(AlignerParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Aligns two texts.
   *
   * @param source sentences of one document, in order; may be empty
   * @param target sentences of its translation, in order; may be empty
   * @return beads that tile both sides, each with a confidence and reasons; no beads when both
   *     sides are empty, only one-sided ones when one is
   */
  public Alignment align(List<Segment> source, List<Segment> target) {
    boolean swap = isChinese(target) && !isChinese(source);
    Side left = Side.of(swap ? target : source);
    Side right = Side.of(swap ? source : target);
    if (left.size() == 0 || right.size() == 0) {
      return new Alignment(source, target, alone(source.size(), target.size()));
    }
    DocumentScorer.Texts texts = DocumentScorer.Texts.of(left, right, parameters);
    List<Link> coarse = new CoarsePath(texts).find();
    return new Alignment(source, target, new Windows(texts, swap).beads(coarse));
  }

  private static boolean isChinese(List<Segment> segments) {
    return !segments.isEmpty() && segments.get(0).document().lang().isChinese();
  }

  /** Beads of one sentence each, for a text that has nothing opposite. */
  private static List<Bead> alone(int sources, int targets) {
    List<String> reasons = List.of("only here: the other text is empty");
    List<Bead> beads = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      beads.add(new Bead(new Range(i, i + 1), new Range(0, 0), 1, reasons));
    }
    for (int j = 0; j < targets; j++) {
      beads.add(new Bead(new Range(0, 0), new Range(j, j + 1), 1, reasons));
    }
    return beads;
  }
}
