package ballast.accuracy;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The alignment development sets: sentences a line, gold beads a line. */
final class BeadSets {

  static final List<String> NAMES =
      List.of("literary", "literary-more", "literary-omissions", "news-resplit");

  private BeadSets() {}

  /**
   * One document of a set.
   *
   * @param zh Chinese sentences, each its own block
   * @param en English sentences, each its own block
   * @param gold beads as {@code Bead.toIndexLists} writes them
   */
  record Item(List<Segment> zh, List<Segment> en, List<String> gold) {}

  static List<Item> read(Path set) {
    try (Stream<Path> files = Files.list(set.resolve("gold"))) {
      List<Item> items = new ArrayList<>();
      for (Path gold : files.sorted().toList()) {
        String name = gold.getFileName().toString().replace(".align", "");
        items.add(
            new Item(
                segments(set.resolve("zh").resolve(name), Lang.ZH_CN),
                segments(set.resolve("en").resolve(name), Lang.EN_US),
                Files.readAllLines(gold).stream()
                    .filter(line -> !line.isBlank())
                    .map(BeadSets::bead)
                    .toList()));
      }
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line of gold as {@code Bead.toIndexLists} writes it; a score may follow the two lists. */
  private static String bead(String line) {
    String[] sides = line.replace(" ", "").split(":", -1);
    return (sides[0] + ":" + sides[1]).replace(",", ", ");
  }

  private static List<Segment> segments(Path file, Lang lang) throws IOException {
    return segments(file.toString(), lang, Files.readAllLines(file));
  }

  static List<Segment> segments(String name, Lang lang, List<String> lines) {
    return inBlocks(name, lang, lines.stream().map(List::of).toList());
  }

  static List<Segment> inBlocks(String name, Lang lang, List<List<String>> sentences) {
    String separator = lang.isChinese() ? "" : " ";
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    List<List<Span>> spans = new ArrayList<>();
    for (List<String> block : sentences) {
      int start = text.length();
      List<Span> inside = new ArrayList<>();
      for (String sentence : block) {
        text.append(text.length() > start ? separator : "");
        inside.add(new Span(text.length(), text.length() + sentence.length()));
        text.append(sentence);
      }
      blocks.add(new Block(new Span(start, text.length()), BlockType.PARAGRAPH));
      spans.add(inside);
      text.append('\n');
    }
    Document document = new Document(name, lang, text.toString(), blocks, SourceMap.NONE);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      for (Span span : spans.get(i)) {
        segments.add(new Segment(document, i, span));
      }
    }
    return segments;
  }
}
