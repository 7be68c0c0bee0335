package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ballast check} from the command line: of many real pairs against a large glossary of
 * dictionary words, with 512 MB and one core; and of the sample articles. The values are only for
 * reading; only the heap can fail. {@code -Dcheck.units=N}, {@code -Dcheck.terms=N} for other
 * sizes.
 */
final class CheckBenchTest {

  private static final int UNITS = Integer.getInteger("check.units", 100_000);
  private static final int TERMS = Integer.getInteger("check.terms", 10_000);
  private static final int RUNS = 5;
  private static final Path LAUNCHER = Path.of("src/main/scripts/ballast").toAbsolutePath();
  private static final Path ARTICLES = Path.of("tm/articles").toAbsolutePath();
  private static final Path GLOSSARY = Path.of("glossary").toAbsolutePath();
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}{2,6}");

  /** Output of the shell's {@code times} for its child programs: minutes and seconds. */
  private static final Pattern TIMES = Pattern.compile("(?m)^(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s$");

  @TempDir Path folder;

  @Test
  void manyUnitsAgainstManyTerms() throws IOException, InterruptedException {
    Path corpora = AccuracyTable.evalDirectory("").resolveSibling("corpora");
    writeUnits(corpora);
    writeTerms(corpora);
    cpu("--version"); // may build, and prepares the class archive
    double cpu = cpu("check units.tsv --glossary terms.csv --format csv -o found.csv");
    assertThat(folder.resolve("found.csv")).isNotEmptyFile();
    report(String.format(Locale.ROOT, "%,d units, %,d terms", UNITS, TERMS), cpu);
  }

  @Test
  void anArticle() throws IOException, InterruptedException {
    cpu("--version");
    for (String name : List.of("ballast-stone", "distant-friends", "new-productive-forces")) {
      String pair = "'" + ARTICLES.resolve(name + ".zh.txt") + "' '" + ARTICLES.resolve(name);
      double best = Double.MAX_VALUE;
      for (int i = 0; i < RUNS; i++) {
        best = Math.min(best, cpu("check " + pair + ".en.txt' --glossary '" + GLOSSARY + "'"));
      }
      report(name, best);
    }
  }

  private static void report(String what, double cpu) {
    new PrintWriter(System.out, true, UTF_8)
        .println(String.format(Locale.ROOT, "%s: %.2f s CPU, start included", what, cpu));
  }

  private void writeUnits(Path corpora) throws IOException {
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(folder.resolve("units.tsv"), UTF_8))) {
      new GrownCorpus(corpora, 42, 0)
          .grow(
              UNITS, pair -> out.print(cell(pair.chinese()) + "\t" + cell(pair.english()) + "\n"));
    }
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replaceAll("[\\t\\r\\n]", " ");
  }

  /** Random words of a dictionary, each with its first translation. */
  private void writeTerms(Path corpora) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    for (String line : Files.readAllLines(corpora.resolve("cow-wordnet.tsv"), UTF_8)) {
      String[] cells = line.split("\t", -1);
      if (WORD.matcher(cells[0]).matches()) {
        words.putIfAbsent(cells[0], cells[1].split(",")[0].replace('"', ' ').strip());
      }
    }
    List<String> chosen = new ArrayList<>(words.keySet());
    Collections.shuffle(chosen, new Random(42));
    StringBuilder table = new StringBuilder("zh,en\n");
    chosen.stream().limit(TERMS).forEach(zh -> table.append(zh + ",\"" + words.get(zh) + "\"\n"));
    Files.writeString(folder.resolve("terms.csv"), table, UTF_8);
  }

  /** Seconds of CPU for a command line, from the start of its process. */
  private double cpu(String arguments) throws IOException, InterruptedException {
    String line = "'" + LAUNCHER + "' " + arguments + "; test $? -lt 2 && times";
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", line)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("BALLAST_JAVA_OPTS", "-Xmx512m -XX:ActiveProcessorCount=1");
    Process shell = builder.start();
    String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(output).isZero();
    Matcher times = TIMES.matcher(output);
    double seconds = 0;
    while (times.find()) {
      // The last line is for the children of the shell.
      seconds = 60 * Integer.parseInt(times.group(1)) + Double.parseDouble(times.group(2));
      seconds += 60 * Integer.parseInt(times.group(3)) + Double.parseDouble(times.group(4));
    }
    return seconds;
  }
}
