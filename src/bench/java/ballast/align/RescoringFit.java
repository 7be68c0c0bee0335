package ballast.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.accuracy.DevelopmentDocuments;
import ballast.accuracy.DevelopmentDocuments.Labelled;
import ballast.accuracy.DocumentHits;
import ballast.align.RescoringFeatures.FeatureNames;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Fits the weights of {@link Rescorer} to the development sets and reports the quality of paths on
 * documents not used for fitting. Run by {@code src/dev/fit-rescoring}; with {@code
 * -Dfit.update=true} it writes {@code rescoring.tsv}.
 */
class RescoringFit {

  private static final Path RESOURCE = Path.of("src/main/resources/ballast/align/rescoring.tsv");
  private static final String HEAD =
      """
      # Weights of ballast.align.Rescorer: model, feature of RescoringFeatures, weight.
      # Written by src/dev/fit-rescoring --update.
      """;

  /** The hits of this run, for a later {@code fit-rescoring --against}. */
  private static final Path HITS = Path.of("target/fit/rescoring-hits.tsv");

  private static final int FOLDS = 3;
  private static final double RIDGE = 0.5;
  private static final int STEPS = 800;
  private static final double MIN_GAIN = 0.001;

  /** Minimum F1 on other documents, in percent; below it the fit has failed. */
  private static final double MIN_F1 = 90;

  /** Initial weights: of the last round's score, unchanged, and of a continuation. */
  private static final double SCORE = 8;

  private static final double CONTINUATION = 2.4;

  private record Material(Labelled document, GoldPaths paths) {}

  @Test
  void weightsAreFitted() throws IOException {
    Lexicon lexicon = Lexicon.bundled();
    List<Material> all =
        DevelopmentDocuments.all().parallelStream()
            .map(document -> new Material(document, GoldPaths.of(document, lexicon)))
            .toList();
    List<double[]> folds = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int current = fold;
      folds.add(fit(all.stream().filter(one -> fold(one) != current).toList()));
    }
    double f1 = report(all, folds, lexicon);
    String table = table(fit(all));
    System.out.println(table);
    if (Boolean.getBoolean("fit.update")) {
      Files.writeString(RESOURCE, HEAD + table, UTF_8);
    }
    assertThat(f1).isGreaterThan(MIN_F1);
  }

  private static int fold(Material one) {
    return one.document().source() % FOLDS;
  }

  private static double[] fit(List<Material> some) {
    double[] start = new double[PathLikelihood.SIZE];
    start[0] = SCORE;
    start[PathLikelihood.PAIRED] = SCORE;
    start[PathLikelihood.SIZE - 1] = CONTINUATION;
    List<GoldPaths> paths = some.stream().map(Material::paths).toList();
    return Ascent.climb(new PathLikelihood(paths, start, RIDGE)::at, start, STEPS, MIN_GAIN);
  }

  /** Prints F1 by set, without the search for moved passages. Returns that of all. */
  private static double report(List<Material> all, List<double[]> folds, Lexicon lexicon)
      throws IOException {
    DocumentHits judged = new DocumentHits();
    all.parallelStream()
        .map(one -> hits(one.document(), weights(folds.get(fold(one))), lexicon))
        .toList()
        .forEach(judged::add);
    System.out.println("F1, percent, by weights fitted to other documents");
    System.out.println(judged.table());
    judged.write(HITS);
    String before = System.getProperty("fit.against", "");
    if (!before.isEmpty()) {
      System.out.println("Against " + before + ", with the 95 % interval of the difference");
      System.out.println(judged.against(DocumentHits.read(Path.of(before))));
    }
    return judged.f1();
  }

  private static DocumentHits.Hits hits(
      Labelled document, Rescorer.Weights weights, Lexicon lexicon) {
    BothTexts texts = GoldPaths.texts(document, lexicon);
    List<Link> path = new Search(texts, weights).run(CoarsePath.of(texts).find()).path();
    int right = 0;
    for (Link link : path) {
      String bead = link.left().toIndexList() + ":" + link.right().toIndexList();
      right += document.gold().contains(bead) ? 1 : 0;
    }
    return new DocumentHits.Hits(
        set(document.name()),
        document.source(),
        document.name(),
        right,
        path.size() + document.gold().size());
  }

  /** The set of a document, and its noise after a colon. */
  private static String set(String name) {
    String[] words = name.split(" ", 2);
    boolean noisy = words[1].matches("[a-z-]+-[0-9]+-[0-9]+\\.zh");
    return noisy ? words[0] + ":" + words[1].replaceAll("-[0-9].*", "") : words[0];
  }

  private static Rescorer.Weights weights(double[] fitted) {
    return Rescorer.Weights.of(WeightTable.parse(table(fitted)));
  }

  private static String table(double[] weights) {
    StringBuilder table = new StringBuilder();
    for (int k = 0; k < weights.length; k++) {
      String name =
          k < PathLikelihood.PAIRED
              ? "paired\t" + FeatureNames.PAIRED.get(k)
              : k + 1 < weights.length
                  ? "alone\t" + FeatureNames.ALONE.get(k - PathLikelihood.PAIRED)
                  : "path\tcontinuation";
      table.append(String.format(Locale.ROOT, "%s\t%.3f\n", name, weights[k]));
    }
    return table.toString();
  }
}
