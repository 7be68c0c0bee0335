package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The sample articles of {@code tm/articles} with the beads that people have marked. */
final class SampleArticles {

  private static final Path GOLD = Path.of("src/test/resources/gold");
  private static final String ENDING = ".tsv";

  private SampleArticles() {}

  /**
   * One article.
   *
   * @param zh Chinese sentences
   * @param en English sentences
   * @param beads tile both
   */
  record Article(String name, List<String> zh, List<String> en, List<Bead> beads) {}

  static List<Article> all() {
    try (Stream<Path> files = Files.list(GOLD)) {
      List<Article> articles = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        String name = file.getFileName().toString().replace(ENDING, "");
        articles.add(article(name, Files.readAllLines(file, UTF_8)));
      }
      return articles;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Article article(String name, List<String> lines) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    List<Bead> beads = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      Range source = add(zh, cells[0]);
      beads.add(new Bead(source, add(en, cells[1]), 1, List.of()));
    }
    return new Article(name, zh, en, beads);
  }

  /** Adds the sentences of a cell; where they stand. */
  private static Range add(List<String> sentences, String cell) {
    int start = sentences.size();
    if (!cell.isEmpty()) {
      sentences.addAll(Arrays.asList(cell.split(" ‖ ", -1)));
    }
    return new Range(start, sentences.size());
  }
}
