package ballast.format.article;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Document;
import ballast.bitext.Document.InlineMarkup;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.format.file.LineIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a document from typed blocks and records the place of each part in the file. */
public final class DocumentAssembly {

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder content = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<SourceMap.Point> points = new ArrayList<>();
  private final List<InlineCode> codes = new ArrayList<>();
  private final List<Span> unbreakable = new ArrayList<>();
  private final @Nullable LineIndex lines;

  /**
   * @param lines the lines of the file that the points refer to; null for a file without lines,
   *     where blocks are counted instead
   */
  public DocumentAssembly(@Nullable LineIndex lines) {
    this.lines = lines;
  }

  public void add(FoundBlock block) {
    int start = begin();
    point(start, block.points());
    codes.addAll(block.codesFrom(start));
    block
        .unbreakable()
        .forEach(span -> unbreakable.add(new Span(start + span.start(), start + span.end())));
    end(block.text(), block.type(), block.level(), block.place());
  }

  private int begin() {
    if (!blocks.isEmpty()) {
      text.append('\n');
    }
    return text.length();
  }

  private void point(int start, List<FoundBlock.Point> found) {
    LineIndex index = lines;
    if (index == null) {
      points.add(new SourceMap.Point(start, blocks.size() + 1, 1));
      return;
    }
    for (FoundBlock.Point point : found) {
      int raw = point.raw();
      points.add(new SourceMap.Point(start + point.offset(), index.line(raw), index.column(raw)));
    }
  }

  private void end(String words, BlockType type, int level, String place) {
    int start = text.length();
    text.append(words);
    blocks.add(new Block(new Span(start, text.length()), type, level, place));
    if (type.isContent()) {
      content.append(words).append('\n');
    }
  }

  /**
   * @param asked language given by the user; null to detect it
   * @param notes receives how the language was chosen, and the parts that do not belong to the
   *     article
   */
  public Document build(String name, @Nullable Lang asked, List<String> notes) {
    Lang lang = lang(asked, notes);
    note(BlockType.FURNITURE, "block", " labelled furniture", notes);
    note(BlockType.CODE, "block", " of code, which is not text", notes);
    note(BlockType.MARK, "mark", "", notes);
    return new Document(
        name,
        lang,
        text.toString(),
        blocks,
        new SourceMap(points),
        new InlineMarkup(codes, unbreakable));
  }

  private Lang lang(@Nullable Lang asked, List<String> notes) {
    if (asked != null) {
      notes.add("language " + asked + ": as requested");
      return asked;
    }
    ScriptDetector.Finding found = new ScriptDetector().detect(content);
    notes.add("language " + found.lang() + ": " + found.reason());
    return found.lang();
  }

  private void note(BlockType type, String noun, String rest, List<String> notes) {
    int count = (int) blocks.stream().filter(block -> block.type() == type).count();
    if (count > 0) {
      notes.add(CountedNoun.of(count, noun) + rest);
    }
  }
}
