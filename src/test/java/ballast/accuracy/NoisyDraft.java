package ballast.accuracy;

import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A document while noise is put into it: its gold beads in the order in which they stand on either
 * side. Beads are counted in the order of the clean document.
 */
final class NoisyDraft {

  private static final Range NONE = new Range(0, 0);

  enum Side {
    ZH,
    EN
  }

  /** A gold bead; two with the same words are two. */
  private static final class Part {

    private final Map<Side, List<String>> texts = new EnumMap<>(Side.class);
    private int paragraph;
    private boolean crossing;

    Part(List<String> zh, List<String> en, int paragraph) {
      texts.put(Side.ZH, zh);
      texts.put(Side.EN, en);
      this.paragraph = paragraph;
    }

    List<String> on(Side side) {
      return texts.getOrDefault(side, List.of());
    }
  }

  private final List<Part> beads = new ArrayList<>();
  private final Map<Side, List<Part>> orders = new EnumMap<>(Side.class);
  private int lastParagraph;

  /** The beads of a range of {@code item}'s gold, each a paragraph of its own. */
  NoisyDraft(BeadSets.Item item, Range range) {
    for (String bead : range.of(item.gold())) {
      String[] sides = bead.split(":");
      lastParagraph++;
      beads.add(new Part(texts(sides[0], item.zh()), texts(sides[1], item.en()), lastParagraph));
    }
    orders.put(Side.ZH, new ArrayList<>(beads));
    orders.put(Side.EN, new ArrayList<>(beads));
  }

  private static List<String> texts(String indexes, List<Segment> segments) {
    String inside = indexes.substring(1, indexes.length() - 1).strip();
    return inside.isEmpty()
        ? List.of()
        : Stream.of(inside.split(",\\s*"))
            .map(index -> segments.get(Integer.parseInt(index)).text())
            .toList();
  }

  int size() {
    return beads.size();
  }

  List<String> texts(int bead, Side side) {
    return beads.get(bead).on(side);
  }

  boolean isPair(int bead) {
    return !texts(bead, Side.ZH).isEmpty() && !texts(bead, Side.EN).isEmpty();
  }

  /** Puts a bead into the paragraph of the one before it. */
  void continueParagraph(int bead) {
    beads.get(bead).paragraph = beads.get(bead - 1).paragraph;
  }

  /** Takes one side away from a bead, if it has two. */
  void lose(int bead, Side side) {
    if (isPair(bead)) {
      beads.get(bead).texts.put(side, List.of());
    }
  }

  /** Exchanges two neighbouring passages on the English side; before anything is inserted. */
  void swap(Range passages, int middle) {
    Collections.rotate(passages.of(order(Side.EN)), passages.end() - middle);
    passages.of(beads).forEach(part -> part.crossing = true);
  }

  /** Puts a line without partner, a paragraph of its own, at a position of a side. */
  void insert(Side side, int position, String line) {
    List<String> text = List.of(line);
    lastParagraph++;
    order(side)
        .add(
            position,
            new Part(
                side == Side.ZH ? text : List.of(),
                side == Side.EN ? text : List.of(),
                lastParagraph));
  }

  /** The positions of a side at which a paragraph begins or the text ends. */
  List<Integer> borders(Side side) {
    List<Part> order = order(side);
    List<Integer> borders = new ArrayList<>();
    for (int i = 0; i <= order.size(); i++) {
      boolean inside =
          i > 0 && i < order.size() && order.get(i - 1).paragraph == order.get(i).paragraph;
      if (!inside) {
        borders.add(i);
      }
    }
    return borders;
  }

  /** Where a bead stands on a side. */
  int position(int bead, Side side) {
    return order(side).indexOf(beads.get(bead));
  }

  /**
   * The document as it has become.
   *
   * @param name for the documents
   * @param blocks whether sentences of a paragraph share a block; otherwise each is one
   * @param zhLang the language of the Chinese side
   * @param convert what is done to each Chinese sentence
   */
  NoisySets.Noisy build(String name, boolean blocks, Lang zhLang, UnaryOperator<String> convert) {
    List<List<String>> zh = blocks(Side.ZH, blocks, convert);
    List<List<String>> en = blocks(Side.EN, blocks, text -> text);
    List<String> gold = new ArrayList<>();
    Set<String> crossing = new HashSet<>();
    Map<Part, Range> zhRanges = ranges(Side.ZH);
    Map<Part, Range> enRanges = ranges(Side.EN);
    Set<Part> parts = new LinkedHashSet<>(order(Side.ZH));
    parts.addAll(order(Side.EN));
    for (Part part : parts) {
      Range one = zhRanges.getOrDefault(part, NONE);
      Range other = enRanges.getOrDefault(part, NONE);
      addGold(gold, one, other);
      if (part.crossing && !one.isEmpty() && !other.isEmpty()) {
        crossing.add(gold.get(gold.size() - 1));
      }
    }
    BeadSets.Item item =
        new BeadSets.Item(
            BeadSets.inBlocks(name + ".zh", zhLang, zh),
            BeadSets.inBlocks(name + ".en", Lang.EN_US, en),
            gold);
    return new NoisySets.Noisy(item, crossing);
  }

  /** A bead; a sentence alone is one, as the aligner and the development sets have it. */
  private static void addGold(List<String> gold, Range zh, Range en) {
    if (!zh.isEmpty() && !en.isEmpty()) {
      gold.add(zh.toIndexList() + ":" + en.toIndexList());
      return;
    }
    for (int i = zh.start(); i < zh.end(); i++) {
      gold.add("[" + i + "]:[]");
    }
    for (int i = en.start(); i < en.end(); i++) {
      gold.add("[]:[" + i + "]");
    }
  }

  private Map<Part, Range> ranges(Side side) {
    Map<Part, Range> ranges = new HashMap<>();
    int start = 0;
    for (Part part : order(side)) {
      int end = start + part.on(side).size();
      ranges.put(part, new Range(start, end));
      start = end;
    }
    return ranges;
  }

  private List<List<String>> blocks(Side side, boolean shared, UnaryOperator<String> convert) {
    List<List<String>> blocks = new ArrayList<>();
    int last = -1;
    for (Part part : order(side)) {
      for (String text : part.on(side)) {
        if (!shared || part.paragraph != last) {
          blocks.add(new ArrayList<>());
        }
        blocks.get(blocks.size() - 1).add(convert.apply(text));
        last = part.paragraph;
      }
    }
    return blocks;
  }

  private List<Part> order(Side side) {
    return orders.getOrDefault(side, List.of());
  }
}
