package ballast.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.accuracy.DevelopmentDocuments;
import ballast.accuracy.DevelopmentDocuments.Labelled;
import ballast.align.FittedDocument.Separated;
import ballast.align.LogisticRegression.Sample;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Fits the weights of {@link BeadModel} to the development sets and reports their calibration. Run
 * by {@code src/dev/fit-confidence}; with {@code -Dfit.update=true} it writes {@code
 * confidence.tsv}.
 *
 * <p>Calibration is measured on documents not used for fitting: the sources are divided into two
 * halves, and each is judged by the weights fitted to the other. The beads of a document are also
 * separated by the model of the other half.
 */
class ConfidenceFit {

  private static final Path RESOURCE = Path.of("src/main/resources/ballast/align/confidence.tsv");
  private static final String HEAD =
      """
      # Weights of ballast.align.BeadModel: model, feature of BeadFeatures, weight.
      # Written by src/dev/fit-confidence --update.
      """;

  private static final LogisticRegression REGRESSION = new LogisticRegression(0.01);
  private static final double MAX_ERROR = 0.03;
  private static final double[] THRESHOLDS = {0.5, 0.8, 0.9, 0.95};

  private final StringBuilder report = new StringBuilder();
  private final StringBuilder table = new StringBuilder();

  @Test
  void weightsAreFittedAndCalibrated() throws IOException {
    List<Labelled> documents = DevelopmentDocuments.all();
    List<Sample> unrelated = new ArrayList<>();
    aligned(documents, FittedDocument::unrelated).forEach(unrelated::addAll);
    BeadModel[] halves = halves(unrelated, BeadFeatures.PAIRED.size());
    List<Sample> right = new ArrayList<>();
    List<Sample> alone = new ArrayList<>();
    for (Separated one : aligned(documents, one -> one.separated(judge(one, halves)))) {
      right.addAll(one.right());
      alone.addAll(one.alone());
    }
    Calibration rightJudged = fit("right", right, BeadFeatures.PAIRED);
    fit("unrelated", unrelated, BeadFeatures.PAIRED);
    Calibration aloneJudged = fit("alone", alone, BeadFeatures.ALONE);
    Calibration all = new Calibration();
    all.addAll(rightJudged);
    all.addAll(aloneJudged);
    describe("right and alone", all);
    System.out.println(documents.size() + " documents\n" + report + "\n" + table);
    if (Boolean.getBoolean("fit.update")) {
      Files.writeString(RESOURCE, HEAD + table, UTF_8);
    }
    assertThat(rightJudged.error()).isLessThanOrEqualTo(MAX_ERROR);
    assertThat(aloneJudged.error()).isLessThanOrEqualTo(MAX_ERROR);
  }

  /**
   * Aligns all documents on all processors and returns the results in the order of the documents.
   * Aligning twice needs less memory than keeping the searches.
   */
  private static <T> List<T> aligned(List<Labelled> documents, Function<FittedDocument, T> work) {
    Lexicon lexicon = Lexicon.bundled();
    return documents.parallelStream()
        .map(document -> work.apply(new FittedDocument(document, lexicon)))
        .toList();
  }

  private static int half(int source) {
    return source % 2;
  }

  /** One model for each half, fitted to its samples. */
  private static BeadModel[] halves(List<Sample> samples, int features) {
    BeadModel[] models = new BeadModel[2];
    for (int half = 0; half < models.length; half++) {
      int current = half;
      List<Sample> own =
          samples.stream().filter(sample -> half(sample.source()) == current).toList();
      models[half] = new BeadModel(REGRESSION.fit(own, features));
    }
    return models;
  }

  private static BeadModel judge(FittedDocument document, BeadModel[] halves) {
    return halves[1 - half(document.source())];
  }

  /**
   * Fits one model, reports its weights next to the previous ones, and judges each half by the
   * other.
   */
  private Calibration fit(String name, List<Sample> samples, List<String> features) {
    Map<String, Double> previous = BeadModel.bundled(name);
    double[] weights = REGRESSION.fit(samples, features.size());
    report.append(String.format(Locale.ROOT, "%n%-20s %10s %10s%n", name, "weight", "previous"));
    for (int k = 0; k < weights.length; k++) {
      String feature = features.get(k);
      double old = previous.getOrDefault(feature, Double.NaN);
      report.append(
          String.format(Locale.ROOT, "  %-18s %10.3f %10.3f%n", feature, weights[k], old));
      table.append(String.format(Locale.ROOT, "%s\t%s\t%.3f\n", name, feature, weights[k]));
    }
    BeadModel[] halves = halves(samples, features.size());
    Calibration judged = new Calibration();
    for (Sample sample : samples) {
      BeadModel other = halves[1 - half(sample.source())];
      judged.add(other.probability(sample.features()), sample.hit());
    }
    describe(name, judged);
    return judged;
  }

  private void describe(String name, Calibration judged) {
    report.append(
        String.format(
            Locale.ROOT,
            "%s, judged by the other half: %d beads, expected calibration error %.4f,"
                + " surprise %.4f nats%n",
            name,
            judged.size(),
            judged.error(),
            judged.surprise()));
    for (double threshold : THRESHOLDS) {
      report.append(
          String.format(
              Locale.ROOT,
              "  from %.2f: %5.1f %% of them, %5.1f %% true%n",
              threshold,
              100 * judged.shareFrom(threshold),
              100 * judged.precisionFrom(threshold)));
    }
  }
}
