package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.language.matching.PairOrder;
import ballast.lexicon.Lexicon;
import ballast.revise.Change;
import ballast.revise.Comparison;
import ballast.revise.Edit;
import ballast.revise.Pairing;
import ballast.revise.Replay;
import ballast.revise.RevisionReport;
import ballast.revise.SourceText;
import ballast.revise.TermProblems;
import ballast.revise.TextVersion;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Revisions that people made: reviewed chapters ({@code R..}), machine translation and what
 * professionals made of it ({@code mlqe}, with the edit rate that was counted then).
 */
@Tag("accuracy")
class RevisionAccuracyTest {

  private final Lexicon words = Lexicon.bundled();
  private final Comparison comparison = new Comparison(words, TermProblems.NONE);
  private final TextReader reader = new TextReader(ReaderOptions.DEFAULT);
  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);

  @Test
  void unchangedTextIsEqualAndEditsReplay() throws IOException {
    AccuracyTable table = new AccuracyTable("revised chapters");
    for (Path folder : chapters()) {
      String set = "revision " + folder.getFileName();
      TextVersion old = read(folder, "old.");
      TextVersion revised = read(folder, "new.");
      RevisionReport report = comparison.compare(old, revised, List.of(), Lang.ZH_CN);
      RevisionReport.Summary summary = new RevisionReport(report.changes()).summary();
      table.row(set, "stayed unchanged", stayed(old, revised, report));
      table.row(set, "replayed", replayed(report));
      table.row(set, "headings alone", headingsAlone(old, revised));
      table.note(set, "edit rate, %", 100 * summary.rate().rate());
      for (Change.Kind kind : Change.Kind.values()) {
        table.count(set, kind.label(), summary.kinds().getOrDefault(kind, 0));
      }
      if (set.endsWith("R06")) {
        assertThat(summary.kinds().get(Change.Kind.SPLIT)).isEqualTo(4);
      }
    }
    table.printAndCheck();
    PageSection.accuracy("revisions").publish(table.markdown());
  }

  private static List<Path> chapters() throws IOException {
    try (Stream<Path> found = Files.list(AccuracyTable.evalDirectory("revisions"))) {
      return found.filter(f -> f.getFileName().toString().matches("R[0-9]{2}")).sorted().toList();
    }
  }

  private TextVersion read(Path folder, String side) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, side + "*")) {
      Path file = found.iterator().next();
      var document =
          reader.read(ArticleBytes.of(file, file.toString()), file.toString()).document();
      return TextVersion.of(document.lang(), segmenter.segment(document), List.of());
    }
  }

  /** The percentage of the sentences in both versions that are not reported as edited. */
  private static double stayed(TextVersion old, TextVersion revised, RevisionReport report) {
    Map<String, Integer> left = counts(revised.sentences());
    int common = 0;
    for (TextVersion.Sentence sentence : old.sentences()) {
      if (left.merge(sentence.text(), -1, Integer::sum) >= 0) {
        common++;
      }
    }
    int unchanged = 0;
    for (Change change : report.changes()) {
      boolean same = change.old().sentences().equals(change.revised().sentences());
      unchanged += same ? change.old().sentences().size() : 0;
    }
    return common == 0 ? 100 : 100.0 * unchanged / common;
  }

  private static Map<String, Integer> counts(List<TextVersion.Sentence> sentences) {
    Map<String, Integer> counts = new HashMap<>();
    sentences.forEach(sentence -> counts.merge(sentence.text(), 1, Integer::sum));
    return counts;
  }

  private static double replayed(RevisionReport report) {
    long right =
        report.changes().stream()
            .filter(
                change ->
                    change.old().sentences().isEmpty()
                        || change.revised().sentences().isEmpty()
                        || Replay.of(change.old().text(), change.edits())
                            .equals(change.revised().text()))
            .count();
    return 100.0 * right / report.changes().size();
  }

  /** Percent of the pairs in which no heading stands together with another sentence. */
  private double headingsAlone(TextVersion old, TextVersion revised) {
    List<PairOrder.Pair> pairs = new Pairing(words).pair(old, revised);
    long right =
        pairs.stream()
            .filter(
                pair ->
                    isAlone(pair.old().of(old.sentences()))
                        && isAlone(pair.revised().of(revised.sentences())))
            .count();
    return 100.0 * right / pairs.size();
  }

  private static boolean isAlone(List<TextVersion.Sentence> side) {
    return side.size() < 2 || side.stream().noneMatch(s -> s.type() == BlockType.HEADING);
  }

  @Test
  void editsOfPostEditedTranslationsAreFewAndWhole() throws IOException {
    AccuracyTable table = new AccuracyTable("post-edited translations");
    measure(table, "ro-en-dev", 1.5);
    measure(table, "en-zh-dev", 2.2);
    table.printAndCheck();
    PageSection.accuracy("post-editing").publish(table.markdown());
  }

  private void measure(AccuracyTable table, String set, double mostHunks) throws IOException {
    Path folder = AccuracyTable.evalDirectory("revisions").resolve("mlqe").resolve(set);
    List<String> olds = lines(folder.resolve("dev.mt"));
    List<String> news = lines(folder.resolve("dev.pe"));
    List<String> given = Files.readAllLines(folder.resolve("dev.hter"));
    double[] rates = new double[olds.size()];
    double[] expected = new double[olds.size()];
    int hunks = 0;
    int split = 0;
    int replayed = 0;
    for (int i = 0; i < rates.length; i++) {
      Change change = single(olds.get(i), news.get(i));
      hunks += change.edits().size();
      split += change.edits().stream().mapToInt(e -> splitWords(e, change)).sum();
      boolean same = Replay.of(olds.get(i), change.edits()).equals(news.get(i));
      replayed += same ? 1 : 0;
      rates[i] = change.rate().rate();
      expected[i] = Double.parseDouble(given.get(i));
    }
    double perSegment = (double) hunks / rates.length;
    table.row(set, "replayed", 100.0 * replayed / rates.length);
    table.row(set, "r with HTER, %", 100 * correlation(rates, expected));
    table.note(set, "hunks of 100", 100 * perSegment);
    table.count(set, "edges in words", split);
    assertThat(split).isZero();
    assertThat(perSegment).as("hunks a segment of " + set).isLessThanOrEqualTo(mostHunks);
  }

  /**
   * The sets are tokenised, with one or three spaces beside a mark; these are not edits of a
   * person.
   */
  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.replaceAll("\\s+", " ")).toList();
  }

  private Change single(String old, String revised) {
    return comparison
        .compare(version(old), version(revised), List.of(SourceText.same("")), Lang.ZH_CN)
        .changes()
        .get(0);
  }

  /** One unit: translations of one source, however unlike they are. */
  private static TextVersion version(String text) {
    TextVersion.Sentence unit =
        new TextVersion.Sentence(text, 0, BlockType.PARAGRAPH, Set.of(0), 0);
    return new TextVersion(Lang.EN_US, List.of(unit), false);
  }

  private static int splitWords(Edit edit, Change change) {
    return splitsWord(change.old().text(), edit.old().start())
        + splitsWord(change.old().text(), edit.old().end())
        + splitsWord(change.revised().text(), edit.revised().start())
        + splitsWord(change.revised().text(), edit.revised().end());
  }

  private static int splitsWord(String text, int at) {
    boolean splits =
        at > 0
            && at < text.length()
            && isEnglish(text.charAt(at - 1))
            && isEnglish(text.charAt(at));
    return splits ? 1 : 0;
  }

  private static boolean isEnglish(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xy += dx * dy;
      xx += dx * dx;
      yy += dy * dy;
    }
    return xy / Math.sqrt(xx * yy);
  }
}
