package ballast.accuracy;

import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The main text of saved pages against that marked by people, by the measure of the article
 * extraction benchmark: precision and recall of groups of four words, means over the pages. Text is
 * paragraphs, list items, cells, and headings but the first; the truth is without title, byline and
 * captions. The halves show that a value does not hang on a few pages.
 */
@Tag("accuracy")
class MainTextAccuracyTest {

  private static final int GROUP = 4;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private final TextReader reader = new TextReader(ReaderOptions.DEFAULT);

  @Test
  void pagesAgainstPeople() throws IOException {
    Path folder = Path.of(System.getProperty("eval.dir", "../shared/eval"), "pages");
    assumeThat(folder).isDirectory();
    JsonNode truth = new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
    List<String> pages = new ArrayList<>();
    truth.fieldNames().forEachRemaining(pages::add);
    Means all = new Means();
    List<Means> halves = List.of(new Means(), new Means());
    for (int i = 0; i < pages.size(); i++) {
      String page = pages.get(i);
      Map<List<String>, Integer> wanted = groups(truth.get(page).get("articleBody").asText());
      Map<List<String>, Integer> found = groups(mainText(folder.resolve("html"), page));
      all.add(wanted, found);
      halves.get(i % 2).add(wanted, found);
    }
    AccuracyTable table = new AccuracyTable("main text of pages");
    all.rows("main text", table);
    halves.get(0).rows("main text even", table);
    halves.get(1).rows("main text odd", table);
    table.printAndCheck();
  }

  private String mainText(Path folder, String page) throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve(page + ".html.gz")))) {
      Document document = reader.read(in.readAllBytes(), page + ".html").document();
      StringBuilder text = new StringBuilder();
      boolean titled = false;
      for (Block block : document.blocks()) {
        boolean title = block.type() == BlockType.HEADING && !titled;
        titled |= title;
        boolean content =
            switch (block.type()) {
              case PARAGRAPH, LIST_ITEM, CELL, HEADING -> !title;
              default -> false;
            };
        text.append(content ? document.text(block) + "\n" : "");
      }
      return text.toString();
    }
  }

  private static Map<List<String>, Integer> groups(String text) {
    List<String> words = NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    Map<List<String>, Integer> groups = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - GROUP + 1) && !words.isEmpty(); i++) {
      groups.merge(words.subList(i, Math.min(words.size(), i + GROUP)), 1, Integer::sum);
    }
    return groups;
  }

  private static final class Means {

    private double precision;
    private double recall;
    private int judged;
    private int pages;

    void add(Map<List<String>, Integer> wanted, Map<List<String>, Integer> found) {
      double right = 0;
      for (Map.Entry<List<String>, Integer> group : found.entrySet()) {
        right += Math.min(group.getValue(), wanted.getOrDefault(group.getKey(), 0));
      }
      if (!found.isEmpty()) {
        precision += right / sum(found);
        judged++;
      }
      recall += right / sum(wanted);
      pages++;
    }

    private static int sum(Map<List<String>, Integer> groups) {
      return groups.values().stream().mapToInt(Integer::intValue).sum();
    }

    void rows(String name, AccuracyTable table) {
      double p = 100 * precision / judged;
      double r = 100 * recall / pages;
      table.row(name, "precision", p);
      table.row(name, "recall", r);
      table.row(name, "F1", 2 * p * r / (p + r));
    }
  }
}
