package ballast.align;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of {@link RescoringFeatures}, under which {@code rescoring.tsv} lists their weights.
 */
final class FeatureNames {

  /**
   * Names of the features of a two-sided bead, in the order of {@link RescoringFeatures#paired}.
   */
  static final List<String> PAIRED;

  /**
   * Names of the features of a sentence left alone, in the order of {@link
   * RescoringFeatures#alone}.
   */
  static final List<String> ALONE =
      List.of(
          "score",
          "odds",
          "left",
          "right",
          "mass",
          "best-share",
          "best-share-of-usual",
          "best",
          "quotation",
          "bracketed",
          "numbers",
          "short",
          "question",
          "cuts",
          "odds-by-freedom",
          "left-by-freedom",
          "right-by-freedom",
          "best-share-by-freedom",
          "document");

  static {
    List<String> names =
        new ArrayList<>(
            List.of(
                "score",
                "odds",
                "tokens",
                "left-said",
                "left-mass",
                "right-said",
                "right-mass",
                "left-shares",
                "right-shares",
                "left-least-share",
                "right-least-share",
                "length",
                "quotation-ends-alone",
                "quotations-differ",
                "quotation-first-differs",
                "quotation-last-differs",
                "question-alone",
                "end-marks-differ",
                "numbers-shared",
                "numbers-left",
                "numbers-right",
                "brackets-differ",
                "repeated",
                "cuts"));
    names.addAll(ShapeClass.LABELS);
    for (String name : List.of("odds", "tokens", "left-shares", "right-shares")) {
      names.add(name + "-by-freedom");
    }
    PAIRED = List.copyOf(names);
  }

  private FeatureNames() {}
}
