package ballast.accuracy;

import ballast.align.Texts;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The alignment development sets: sentences a line, gold beads a line. */
final class BeadSets {

  static final List<String> NAMES =
      List.of("literary", "literary-more", "literary-omissions", "news-resplit");

  /** Enough documents of a large set to measure on. */
  private static final int SMALL_SET = 6;

  private BeadSets() {}

  /**
   * One document of a set.
   *
   * @param zh Chinese sentences, each its own block
   * @param en English sentences, each its own block
   * @param gold beads as {@code Bead.toIndexLists} writes them
   */
  record Item(List<Segment> zh, List<Segment> en, List<String> gold) {}

  /** The documents of one of the sets. */
  static List<Item> read(String set) {
    return read(AccuracyTable.evalDirectory("align").resolve(set));
  }

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
    Texts texts = new Texts(name, lang);
    sentences.forEach(block -> texts.block(BlockType.PARAGRAPH, block.toArray(String[]::new)));
    return texts.segments();
  }

  /** All documents of a small set, every third of a large one. */
  static List<Item> some(List<Item> all) {
    int step = all.size() <= SMALL_SET ? 1 : 3;
    return IntStream.range(0, (all.size() + step - 1) / step)
        .mapToObj(i -> all.get(i * step))
        .toList();
  }

  /** The range of an index list of consecutive numbers. */
  static Range range(String list) {
    String numbers = list.substring(1, list.length() - 1);
    if (numbers.isEmpty()) {
      return new Range(0, 0);
    }
    String[] each = numbers.split(", *");
    return new Range(Integer.parseInt(each[0]), Integer.parseInt(each[each.length - 1]) + 1);
  }
}
