package ballast.links;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.lexicon.Lexicon;
import ballast.links.SpanSearch.SpanWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Fits the weights of {@link SpanFeatures} to the development sentences, and to {@link
 * MarkedCorpus} if available, and reports the share of correct spans in development sentences not
 * used for fitting. Run by {@code src/dev/fit-spans}; with {@code -Dfit.update=true} it writes
 * {@code spans.tsv}.
 */
final class SpanFit {

  private static final Path RESOURCE = Path.of("src/main/resources/ballast/links/spans.tsv");
  private static final String HEAD =
      """
      # Weights of ballast.links.SpanFeatures: feature, weight in nats.
      # Written by src/dev/fit-spans --update. Learnt from sentences of this repository and, as
      # statistics, from corpora that ballast/lexicon/NOTICE names; licence: CC BY-SA 4.0.
      """;

  private static final int FOLDS = 5;

  @Test
  void weightsAreFitted() throws IOException {
    Lexicon lexicon = Lexicon.bundled();
    List<List<MarkedStretch>> sentences = MarkedStretch.development(lexicon);
    Path folder = Path.of(System.getProperty("corpora.dir", "../shared/corpora"));
    List<MarkedStretch> corpus = MarkedCorpus.stretches(folder, lexicon);
    long right = 0;
    int all = 0;
    double likelihood = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<MarkedStretch> fitted = new ArrayList<>();
      List<MarkedStretch> others = new ArrayList<>();
      for (int k = 0; k < sentences.size(); k++) {
        (k % FOLDS == fold ? others : fitted).addAll(sentences.get(k));
      }
      Map<String, Double> fit = StretchLikelihood.fit(fitted, corpus);
      SpanWeights weights = new SpanWeights(fit);
      likelihood += others.size() * StretchLikelihood.mean(others, fit);
      right += others.stream().filter(one -> one.isFoundBy(weights)).count();
      all += others.size();
    }
    double share = (double) right / all;
    System.out.printf(
        Locale.ROOT,
        "of %d stretches %.4f are right; log likelihood %.4f; beside %d stretches of a corpus%n",
        all,
        share,
        likelihood / all,
        corpus.size());
    if (Boolean.getBoolean("fit.update")) {
      Files.writeString(RESOURCE, HEAD + table(sentences, corpus), UTF_8);
    }
    assertThat(share).isGreaterThan(0.88);
  }

  private static String table(List<List<MarkedStretch>> sentences, List<MarkedStretch> corpus) {
    Map<String, Double> weights =
        StretchLikelihood.fit(sentences.stream().flatMap(List::stream).toList(), corpus);
    StringBuilder table = new StringBuilder();
    new TreeMap<>(weights)
        .forEach(
            (name, weight) -> table.append(String.format(Locale.ROOT, "%s\t%.3f\n", name, weight)));
    return table.toString();
  }
}
