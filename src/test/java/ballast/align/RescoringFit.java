package ballast.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.accuracy.DevelopmentDocuments;
import ballast.accuracy.DevelopmentDocuments.Labelled;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fits the weights of {@link Rescorer} to the development sets and says how good paths are on
 * documents that they were not fitted to. Run by {@code src/dev/fit-rescoring}; with {@code
 * -Dfit.update=true} it writes {@code rescoring.tsv}.
 */
@Tag("fit")
class RescoringFit {

  private static final Path RESOURCE = Path.of("src/main/resources/ballast/align/rescoring.tsv");
  private static final String HEAD =
      """
      # Weights of ballast.align.Rescorer: model, figure of BeadFigures, weight.
      # Written by src/dev/fit-rescoring --update.
      """;

  private static final int FOLDS = 3;
  private static final double RIDGE = 0.5;
  private static final int STEPS = 200;
  private static final double ENOUGH = 0.02;

  /** Where the climb begins: the scores by words, as they are. */
  private static final double SCORE = 8;

  private static final double CONTINUATION = 2.4;

  /** A document and the paths through it. */
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
      int own = fold;
      folds.add(fit(all.stream().filter(one -> fold(one) != own).toList()));
    }
    System.out.println("share of the paths that is right, percent, by weights of other documents");
    double share = report(all, folds);
    String table = table(fit(all));
    System.out.println(table);
    if (Boolean.getBoolean("fit.update")) {
      Files.writeString(RESOURCE, HEAD + table, UTF_8);
    }
    assertThat(share).isGreaterThan(80);
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
    return Ascent.climb(new PathLikelihood(paths, start, RIDGE)::at, start, STEPS, ENOUGH);
  }

  /** Prints the mean probability of a right path's beads, by set; returns that of all. */
  private static double report(List<Material> all, List<double[]> folds) {
    Map<String, double[]> sums = new TreeMap<>();
    double[] total = new double[2];
    for (Material one : all) {
      double[] gradient = new double[PathLikelihood.SIZE];
      double[] weights = folds.get(fold(one));
      double nats = new PathLikelihood(List.of(one.paths()), weights, 0).at(weights, gradient);
      String set = one.document().name().replaceAll("-[0-9].*|[/ ][^ ]*$", "");
      double[] sum = sums.computeIfAbsent(set, name -> new double[2]);
      int beads = one.document().gold().size();
      sum[0] += nats;
      sum[1] += beads;
      total[0] += nats;
      total[1] += beads;
    }
    sums.forEach((set, sum) -> System.out.printf(Locale.ROOT, "  %-40s %6.2f%n", set, share(sum)));
    System.out.printf(Locale.ROOT, "  %-40s %6.2f%n", "all", share(total));
    return share(total);
  }

  /** The geometric mean probability of a bead, percent. */
  private static double share(double[] sum) {
    return 100 * Math.exp(sum[0] / sum[1]);
  }

  private static String table(double[] weights) {
    StringBuilder table = new StringBuilder();
    for (int k = 0; k < weights.length; k++) {
      String name =
          k < PathLikelihood.PAIRED
              ? "paired\t" + BeadFigures.PAIRED.get(k)
              : k + 1 < weights.length
                  ? "alone\t" + BeadFigures.ALONE.get(k - PathLikelihood.PAIRED)
                  : "path\tcontinuation";
      table.append(String.format(Locale.ROOT, "%s\t%.3f\n", name, weights[k]));
    }
    return table.toString();
  }
}
