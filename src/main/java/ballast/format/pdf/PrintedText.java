package ballast.format.pdf;

import ballast.bitext.BlockType;
import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.format.article.BlockLabels;
import ballast.format.article.FoundBlock;
import ballast.format.article.LineJoiner;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns the lines of pages into typed blocks: the text in the order of reading, then the notes.
 * Running heads stand between the paragraphs, once each, where they were printed first; page
 * numbers are left out. As text they would come between the sentences of a translation whose pages
 * end elsewhere.
 */
final class PrintedText {

  private static final int MAX_HEADING = 200;
  private static final int MAX_BOLD_HEADING = 100;

  private final List<PageLines> pages;
  private final Set<Line> heads;
  private final Measures measures;
  private final Set<Line> notes;
  private final Set<String> labels;
  private final LineJoiner joiner;
  private final Map<Long, Integer> levels;

  /**
   * @param pages in their order
   */
  PrintedText(List<PageLines> pages) {
    this.heads = RunningHeads.find(pages);
    this.pages = pages;
    List<PageLines> bare =
        pages.stream().map(p -> new PageLines(p.height(), without(p.lines(), heads))).toList();
    this.measures = new Measures(bare);
    this.notes = new FootNotes(measures).find(bare);
    this.labels = FootNotes.labels(notes);
    this.joiner = LineJoiner.ofPrint(lines().map(Line::text).toList());
    this.levels = levels();
  }

  private Stream<Line> lines() {
    return pages.stream().flatMap(page -> page.lines().stream());
  }

  private static List<Line> without(List<Line> lines, Set<Line> unwanted) {
    return lines.stream().filter(line -> !unwanted.contains(line)).toList();
  }

  /** The blocks of the document. */
  List<FoundBlock> blocks() {
    List<Line> text =
        lines()
            .filter(line -> !heads.contains(line) && !notes.contains(line))
            .map(line -> line.withoutMarksBut(labels))
            .toList();
    List<Stretch> stretches = Stretches.of(text);
    NavigableMap<Integer, List<Line>> headsByPage = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    lines()
        .filter(line -> heads.contains(line) && !RunningHeads.isPageNumber(line))
        .filter(line -> seen.add(RunningHeads.withoutNumbers(line)))
        .forEach(l -> headsByPage.computeIfAbsent(l.page(), p -> new ArrayList<>()).add(l));
    List<FoundBlock> blocks = new ArrayList<>();
    Set<Line> cells = new HashSet<>();
    stretches.stream().filter(Stretch::cell).forEach(s -> cells.addAll(s.lines()));
    for (List<Line> paragraph : Paragraphs.of(stretches, measures)) {
      flush(headsByPage, paragraph.get(0).page(), blocks);
      blocks.add(block(paragraph, cells.contains(paragraph.get(0))));
    }
    flush(headsByPage, Integer.MAX_VALUE, blocks);
    List<Line> small =
        lines().filter(notes::contains).map(line -> line.withoutMarksBut(Set.of())).toList();
    for (List<Line> note : Paragraphs.of(Stretches.of(small), measures)) {
      blocks.add(FoundBlock.of(joined(note), BlockType.NOTE, place(note)));
    }
    return blocks;
  }

  private static void flush(
      NavigableMap<Integer, List<Line>> byPage, int page, List<FoundBlock> blocks) {
    Map<Integer, List<Line>> due = byPage.headMap(page, true);
    for (List<Line> lines : due.values()) {
      for (Line line : lines) {
        blocks.add(FoundBlock.of(line.text(), BlockType.FURNITURE, place(List.of(line))));
      }
    }
    due.clear();
  }

  private static String place(List<Line> lines) {
    return "page " + lines.get(0).page();
  }

  private String joined(List<Line> lines) {
    return joiner.joinText(lines.stream().map(Line::text).toList()).text();
  }

  private FoundBlock block(List<Line> lines, boolean cell) {
    LineJoiner.Joined joined = joiner.joinText(lines.stream().map(Line::text).toList());
    String text = joined.text();
    BlockType type = cell ? BlockType.CELL : type(lines, text);
    int level = type == BlockType.HEADING ? level(lines.get(0)) : 0;
    return new FoundBlock(
        text, type, level, place(lines), List.of(), codes(lines, joined), List.of());
  }

  /** The marks of notes as codes: they are not words of the sentence. */
  private static List<InlineCode> codes(List<Line> lines, LineJoiner.Joined joined) {
    List<InlineCode> codes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      for (Line.Mark mark : lines.get(i).marks()) {
        int offset = Math.min(joined.starts().get(i) + mark.offset(), joined.text().length());
        String id = "id=\"" + (codes.size() + 1) + "\" type=\"other\"";
        codes.add(new InlineCode(Side.SOURCE, offset, "ph", id, mark.label()));
      }
    }
    return codes;
  }

  private BlockType type(List<Line> lines, String text) {
    if (BlockLabels.isCaption(text)) {
      return BlockType.CAPTION;
    }
    boolean larger = lines.stream().allMatch(measures::isLarger);
    if (larger && text.length() <= MAX_HEADING) {
      return BlockType.HEADING;
    }
    boolean heavier = lines.stream().allMatch(measures::isHeavier);
    if (heavier && text.length() <= MAX_BOLD_HEADING && !Characters.endsSentence(text)) {
      return BlockType.HEADING;
    }
    return BlockLabels.isListItem(text) ? BlockType.LIST_ITEM : BlockType.PARAGRAPH;
  }

  private int level(Line line) {
    return levels.getOrDefault(size(line), levels.size() + 1);
  }

  private static long size(Line line) {
    return Math.round(line.size() * 2);
  }

  /** The sizes of headings and their ranks, the largest first. */
  private Map<Long, Integer> levels() {
    Map<Long, Integer> ranks = new HashMap<>();
    lines()
        .filter(line -> !heads.contains(line) && measures.isLarger(line))
        .map(PrintedText::size)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(size -> ranks.put(size, ranks.size() + 1));
    return ranks;
  }
}
