package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Aligner;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the aligner's speed and memory; the values are only for reading. Only
 * machine-independent properties can fail: the growth of time with the text, and a sufficient heap.
 */
class AlignmentSpeedTest {

  private static final Path PAGE = Path.of("src/site/markdown/accuracy.md");

  /** As in a Bible: 30,000 Chinese sentences and 43,000 English ones. */
  private static final double RATIO = 43.0 / 30;

  private static final int RUNS = 5;
  private static final int ARTICLE = 40;

  private final AccuracyTable table = new AccuracyTable("text");

  @TempDir Path directory;

  @Test
  void longTextsTakeBoundedTimeAndMemory() throws IOException, InterruptedException {
    article();
    align(LongText.of(1_000, RATIO)); // warms up
    double shortText = warm("1,000 sentences, warm", 1_000);
    double longText = warm("20,000 sentences, warm", 20_000);
    cold("5,000 sentences in a heap of 256 MB", 5_000, "-Xmx256m");
    cold("30,000 sentences in a heap of 1 GB", 30_000, "-Xmx1g");
    table.printAndCheck();
    assertThat(longText).as("CPU a sentence").isLessThan(4 * shortText);
    PageSection.bench(PAGE, "speed").publish(table.markdown());
  }

  /** CPU seconds for 1,000 Chinese sentences. */
  private double warm(String name, int sentences) {
    LongText text = LongText.of(sentences, RATIO);
    List<String> beads = new ArrayList<>();
    Cost cost = Cost.of(() -> beads.addAll(align(text)));
    BeadScore score = new BeadScore();
    score.add(text.gold(), beads);
    note(name, List.of((double) text.zh().size(), (double) text.en().size(), score.f1()), cost);
    return 1000 * cost.seconds() / text.zh().size();
  }

  private static List<String> align(LongText text) {
    return Contender.beads(new Aligner(Lexicon.bundled()), text.zh(), text.en());
  }

  private void cold(String name, int sentences, String heap)
      throws IOException, InterruptedException {
    ChildJvm.Outcome outcome =
        ChildJvm.run(
            Path.of("").toAbsolutePath(),
            List.of(
                heap,
                "-XX:+UseSerialGC", // like the launcher
                "-Deval.dir=" + System.getProperty("eval.dir", "../shared/eval"),
                "-cp",
                System.getProperty("java.class.path"),
                LongText.class.getName(),
                String.valueOf(sentences),
                String.valueOf(RATIO)));
    assertThat(outcome.status()).as("%s%n%s", name, outcome.output()).isZero();
    List<Double> values =
        Arrays.stream(outcome.output().strip().split("\t", -1)).map(Double::valueOf).toList();
    note(name, values, new Cost(values.get(3), values.get(4)));
    table.note(name, "s in all", outcome.seconds());
    assertThat(values.get(2)).as("%s, F1", name).isGreaterThan(50);
  }

  private void note(String name, List<Double> values, Cost cost) {
    table.count(name, "Chinese", values.get(0).intValue());
    table.count(name, "English", values.get(1).intValue());
    table.note(name, "F1", values.get(2));
    table.note(name, "CPU s per 1,000", 1000 * cost.seconds() / values.get(0));
    table.note(name, "peak heap, MB", cost.megabytes());
  }

  /** The whole program, started like by a user: the best of some runs. */
  private void article() throws IOException, InterruptedException {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/gold/ballast-stone.tsv"))) {
      String[] sides = line.split("\t", -1);
      if (zh.size() < ARTICLE) {
        zh.addAll(sentences(sides[0]));
        en.addAll(sentences(sides[1]));
      }
    }
    Files.write(directory.resolve("a.zh.txt"), zh, UTF_8);
    Files.write(directory.resolve("a.en.txt"), en, UTF_8);
    List<String> command = new ArrayList<>(List.of(LookupProcesses.LAUNCHER.toString()));
    command.addAll(List.of("align", "a.zh.txt", "a.en.txt", "--no-tm", "--print"));
    double best = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      ChildJvm.Outcome outcome = ChildJvm.runProgram(directory, command);
      assertThat(outcome.status()).as(outcome.output()).isZero();
      best = Math.min(best, outcome.seconds());
    }
    String name = "an article, the whole program, cold";
    table.count(name, "Chinese", zh.size());
    table.count(name, "English", en.size());
    table.note(name, "s in all", best);
  }

  /** One side of a line of gold beads; empty if the other has no partner. */
  private static List<String> sentences(String side) {
    return side.isEmpty() ? List.of() : List.of(side.split(" ‖ ", -1));
  }
}
