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
    text.append(blocks.isEmpty() ? "" : "\n");
    int start = text.length();
    if (lines == null) {
      points.add(new SourceMap.Point(start, blocks.size() + 1, 1));
    } else {
      for (FoundBlock.Point point : block.points()) {
        int raw = point.raw();
        points.add(new SourceMap.Point(start + point.offset(), lines.line(raw), lines.column(raw)));
      }
    }
    block.codes().forEach(code -> codes.add(code.movedBy(start)));
    block
        .unbreakable()
        .forEach(span -> unbreakable.add(new Span(start + span.start(), start + span.end())));
    text.append(block.text());
    Span span = new Span(start, text.length());
    blocks.add(new Block(span, block.type(), block.level(), block.place()));
    if (block.type().isContent()) {
      content.append(block.text()).append('\n');
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
