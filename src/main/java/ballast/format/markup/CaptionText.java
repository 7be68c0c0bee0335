package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.bitext.Span;
import ballast.format.article.LineJoiner;
import ballast.format.file.Characters;
import ballast.format.markup.Entities.Entity;
import ballast.language.Han;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a block of the lines of a caption. */
final class CaptionText {

  private static final Pattern SRT_TAG =
      Pattern.compile(
          "(?i)</?(?:i|b|u|s|em|strong|font|span|c|ruby|rt|rp)(?:[ .][^<>\\r\\n]{0,200})?>"
              + "|\\{\\\\[^{}\\r\\n]{0,200}\\}");
  private static final Pattern VTT_TAG =
      Pattern.compile("</?[A-Za-z0-9][^<>\\r\\n]{0,200}>|</>|\\{\\\\[^{}\\r\\n]{0,200}\\}");
  private static final Pattern SPEAKER = Pattern.compile("\\s*[-–—‐－].*");

  private final String file;
  private final LineJoiner joiner;
  private final boolean webVtt;
  private final String lineEnd;

  /**
   * @param file all characters of the file
   * @param webVtt whether it is WebVTT, which has character references
   */
  CaptionText(String file, boolean webVtt) {
    this.file = file;
    this.joiner = new LineJoiner(file);
    this.webVtt = webVtt;
    this.lineEnd = FileLines.lineEnd(file);
  }

  /** The block of a caption; empty if its text is. */
  Optional<MarkupBlock> of(List<Span> lines) {
    PassageBuilder passage = new PassageBuilder(file, joiner);
    String before = "";
    for (Span line : lines) {
      String visible = visible(line);
      if (!before.isEmpty() && isKept(before, visible)) {
        passage.hardBreak();
      } else {
        passage.softBreak();
      }
      line(line, passage);
      before = visible.isEmpty() ? before : visible;
    }
    TextRules rules = webVtt ? TextRules.VTT : TextRules.SRT;
    return passage
        .build(BlockType.PARAGRAPH, 0, rules)
        .map(
            block ->
                block.lineBreak().equals(rules.lineBreak()) ? block.withLineBreak(lineEnd) : block);
  }

  private Pattern tags() {
    return webVtt ? VTT_TAG : SRT_TAG;
  }

  private String visible(Span line) {
    return Characters.strip(tags().matcher(line.of(file)).replaceAll(""));
  }

  /** Whether two lines are more than one text that was wrapped. */
  private static boolean isKept(String before, String after) {
    boolean sentences = Characters.endsSentence(before) && Characters.endsSentence(after);
    return sentences || SPEAKER.matcher(after).matches() || otherScript(before, after);
  }

  private static boolean otherScript(String before, String after) {
    return (isHan(before) && isLatin(after)) || (isLatin(before) && isHan(after));
  }

  private static boolean isHan(String text) {
    return Han.occursIn(text);
  }

  private static boolean isLatin(String text) {
    return !isHan(text) && text.codePoints().filter(Characters::isLatinLetter).count() > 1;
  }

  private void line(Span line, PassageBuilder passage) {
    Matcher tag = tags().matcher(file).region(line.start(), line.end());
    int at = line.start();
    while (tag.find()) {
      words(at, tag.start(), passage);
      HtmlTag.of(tag.group()).addTo(passage, tag.start(), tag.end());
      at = tag.end();
    }
    words(at, line.end(), passage);
  }

  private void words(int from, int to, PassageBuilder passage) {
    int at = from;
    for (int i = from; webVtt && i < to; i++) {
      Entity entity = Entities.at(file, i);
      if (entity != null && i + entity.length() <= to) {
        passage.text(file.substring(at, i), at);
        passage.decoded(entity.decoded(), i, i + entity.length());
        at = i + entity.length();
        i = at - 1;
      }
    }
    passage.text(file.substring(at, to), at);
  }
}
