package ballast.align;

import ballast.accuracy.DevelopmentDocuments.Labelled;
import ballast.align.LogisticRegression.Sample;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Aligns one document like {@link Aligner} and keeps the features of its beads. */
final class FittedDocument {

  private final Labelled document;
  private final BothTexts texts;
  private final CoarsePath coarse;
  private final SearchOutcome outcome;

  FittedDocument(Labelled document, Lexicon lexicon) {
    this.document = document;
    Sentence.Reader reader = new Sentence.Reader(lexicon.words());
    TextSide left = TextSide.of(document.zh(), reader);
    TextSide right = TextSide.of(document.en(), reader);
    if (left.size() + right.size() > CoarsePath.WINDOW) {
      throw new IllegalStateException(document.name() + " would be cut into windows");
    }
    this.texts = BothTexts.of(left, right, lexicon, AlignerParameters.DEFAULT);
    this.coarse = CoarsePath.of(texts);
    this.outcome = new Search(texts).unseparated(coarse.find());
  }

  int source() {
    return document.source();
  }

  /**
   * A sample for each two-sided bead before separation: a hit if all its sentences are alone in the
   * gold.
   */
  List<Sample> unrelated() {
    BeadFeatures features = new BeadFeatures(outcome, texts.left(), texts.right());
    List<Sample> samples = new ArrayList<>();
    for (int k = 0; k < outcome.path().size(); k++) {
      Link link = outcome.path().get(k);
      if (!link.isOneSided()) {
        samples.add(sample(features.of(k), areAlone(link)));
      }
    }
    return samples;
  }

  /**
   * Samples of the beads after a model has separated some.
   *
   * @param right two-sided beads; a hit is exactly as in the gold
   * @param alone sentences left alone, without moved ones; a hit is alone in the gold
   */
  record Separated(List<Sample> right, List<Sample> alone) {}

  /**
   * @param unrelated selects beads to separate, with the bundled {@link BeadModel#RIGHT}, which is
   *     fitted to the rest
   */
  Separated separated(BeadModel unrelated) {
    BeadFeatures unseparated = new BeadFeatures(outcome, texts.left(), texts.right());
    SearchOutcome separated =
        outcome.withPath(
            new Search.Separation(texts, unrelated, BeadModel.RIGHT)
                .of(outcome.path(), unseparated));
    Set<String> left = oneSided(separated);
    BeadFeatures features = new BeadFeatures(separated, texts.left(), texts.right());
    Separated samples = new Separated(new ArrayList<>(), new ArrayList<>());
    for (int k = 0; k < separated.path().size(); k++) {
      Link link = separated.path().get(k);
      String written = written(link);
      boolean hit = document.gold().contains(written);
      if (!link.isOneSided()) {
        samples.right().add(sample(features.of(k), hit));
      } else if (left.contains(written)) {
        samples.alone().add(sample(features.of(k), hit));
      }
    }
    return samples;
  }

  /** The beads that remain one-sided after moved passages are paired. */
  private Set<String> oneSided(SearchOutcome separated) {
    List<Bead> beads = new Confidence(separated, texts, false).beads();
    Set<String> left = new HashSet<>();
    for (Bead bead :
        new MovedPassages(texts, coarse.similarities(), false).pairUp(beads, List.of())) {
      if (bead.isOneSided()) {
        left.add(bead.toIndexLists());
      }
    }
    return left;
  }

  private Sample sample(double[] features, boolean hit) {
    return new Sample(features, document.source(), hit);
  }

  private boolean areAlone(Link link) {
    boolean alone = true;
    for (int i = link.left().start(); i < link.left().end(); i++) {
      alone &= document.gold().contains(new Range(i, i + 1).toIndexList() + ":[]");
    }
    for (int j = link.right().start(); j < link.right().end(); j++) {
      alone &= document.gold().contains("[]:" + new Range(j, j + 1).toIndexList());
    }
    return alone;
  }

  private static String written(Link link) {
    return link.left().toIndexList() + ":" + link.right().toIndexList();
  }
}
