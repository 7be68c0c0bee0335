package ballast.app.check;

import ballast.app.align.AlignedText;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;

/** Aligned texts for the tests of the renderers, one block a sentence. */
public final class Samples {

  private final List<String> source = new ArrayList<>();
  private final List<String> target = new ArrayList<>();
  private final List<Bead> beads = new ArrayList<>();
  private final List<BlockType> sourceTypes = new ArrayList<>();
  private final List<BlockType> targetTypes = new ArrayList<>();
  private String name = "tm/sample";

  public Samples named(String document) {
    name = document;
    return this;
  }

  public Samples source(String... sentences) {
    return add(source, sourceTypes, BlockType.PARAGRAPH, sentences);
  }

  public Samples target(String... sentences) {
    return add(target, targetTypes, BlockType.PARAGRAPH, sentences);
  }

  public Samples pair(BlockType type, String chinese, String english) {
    add(source, sourceTypes, type, chinese);
    add(target, targetTypes, type, english);
    int at = source.size();
    return bead(at - 1, at, target.size() - 1, target.size(), 0.95, false);
  }

  public Samples bead(
      int from, int to, int targetFrom, int targetTo, double confidence, boolean moved) {
    beads.add(
        new Bead(
            new Range(from, to),
            new Range(targetFrom, targetTo),
            confidence,
            List.of("length fits (ratio 1.02)", "numbers agree: 3"),
            moved));
    return this;
  }

  public AlignedText text() {
    return new AlignedText(
        name,
        new AlignedText.TextInfo(name + ".zh.txt", "zh-CN", "UTF-8"),
        new AlignedText.TextInfo(name + ".en.txt", "en-US", "UTF-8"),
        new Alignment(
            segments(name + ".zh.txt", Lang.ZH_CN, source, sourceTypes),
            segments(name + ".en.txt", Lang.EN_US, target, targetTypes),
            beads));
  }

  /**
   * Seven beads: heading, sure 1-2, doubtful, not translated, moved, added, furniture; numbered in
   * this order.
   */
  public static Samples everyKind() {
    return new Samples()
        .pair(BlockType.HEADING, "河", "The River")
        .source("甲。", "乙。", "丙。", "丁。")
        .target("A one.", "A two.", "D.", "B.", "Added.")
        .bead(1, 2, 1, 3, 0.98, false)
        .bead(2, 3, 4, 5, 0.31, false)
        .bead(3, 4, 5, 5, 0.88, false)
        .bead(4, 5, 3, 4, 0.91, true)
        .bead(5, 5, 5, 6, 0.42, false)
        .pair(BlockType.FURNITURE, "天气", "Weather");
  }

  private Samples add(List<String> texts, List<BlockType> types, BlockType type, String... more) {
    for (String sentence : more) {
      texts.add(sentence);
      types.add(type);
    }
    return this;
  }

  private static List<Segment> segments(
      String file, Lang lang, List<String> sentences, List<BlockType> types) {
    List<Block> blocks = new ArrayList<>();
    List<SourceMap.Point> points = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      int start = text.length();
      points.add(new SourceMap.Point(start, i + 1, 1));
      text.append(sentences.get(i)).append('\n');
      blocks.add(new Block(new Span(start, text.length() - 1), types.get(i)));
    }
    Document document = new Document(file, lang, text.toString(), blocks, new SourceMap(points));
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      segments.add(new Segment(document, i, blocks.get(i).span()));
    }
    return segments;
  }
}
