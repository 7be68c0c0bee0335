package ballast.format.markup;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.LineJoiner;
import ballast.format.file.Characters;
import ballast.format.markup.SubtitleFile.Caption;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins captions over which a sentence goes on: the first does not end a sentence, and the second
 * follows at once and does not begin one. In files that do without full stops nothing is joined,
 * since there the end of a sentence cannot be seen.
 */
final class JoinedCaptions {

  /** Longest pause inside a sentence, milliseconds. */
  private static final long MAX_PAUSE = 1000;

  /** The share of captions with the end of a sentence from which on a file has full stops. */
  private static final double MIN_PUNCTUATED = 0.2;

  /** Most captions of a block; more of them are not one sentence. */
  private static final int MAX_CAPTIONS = 12;

  private static final String MIDDLE = ",，、;；";

  private final LineJoiner joiner;
  private final List<FoundBlock> joined = new ArrayList<>();
  private int captions;
  private long end = SubtitleFile.NO_TIME;

  private JoinedCaptions(LineJoiner joiner) {
    this.joiner = joiner;
  }

  /**
   * The blocks of the captions.
   *
   * @param file all characters of the file
   * @param blocks one for each caption
   */
  static List<FoundBlock> of(String file, List<Caption> captions, List<FoundBlock> blocks) {
    long ends = blocks.stream().filter(one -> Characters.endsSentence(one.text())).count();
    if (ends < MIN_PUNCTUATED * blocks.size()) {
      return blocks;
    }
    JoinedCaptions all = new JoinedCaptions(new LineJoiner(file));
    for (int i = 0; i < blocks.size(); i++) {
      all.add(captions.get(i), blocks.get(i));
    }
    return all.joined;
  }

  private void add(Caption caption, FoundBlock block) {
    int last = joined.size() - 1;
    boolean atOnce =
        end >= 0 && caption.start() >= 0 && Math.abs(caption.start() - end) <= MAX_PAUSE;
    if (last >= 0
        && atOnce
        && captions < MAX_CAPTIONS
        && goesOn(joined.get(last).text(), block.text())) {
      joined.set(last, join(joined.get(last), block));
      captions++;
    } else {
      joined.add(block);
      captions = 1;
    }
    end = caption.end();
  }

  private static boolean goesOn(String one, String next) {
    int last = one.codePointBefore(one.length());
    int first = next.codePointAt(0);
    boolean lines = one.indexOf('\n') >= 0 || next.indexOf('\n') >= 0;
    boolean open = Character.isLetterOrDigit(last) || MIDDLE.indexOf(last) >= 0;
    return !lines && open && (Character.isLowerCase(first) || (Han.isHan(first) && isWide(last)));
  }

  private static boolean isWide(int c) {
    return Han.isHan(c) || MIDDLE.indexOf(c) >= 0;
  }

  private FoundBlock join(FoundBlock one, FoundBlock next) {
    String text = one.text() + joiner.glue(one.text(), next.text());
    int start = text.length();
    List<FoundBlock.Point> points = new ArrayList<>(one.points());
    next.points()
        .forEach(point -> points.add(new FoundBlock.Point(start + point.offset(), point.raw())));
    int numbers = one.codes().stream().mapToInt(InlineCode::number).max().orElse(0);
    List<InlineCode> codes = new ArrayList<>(one.codes());
    next.codes().forEach(code -> codes.add(code.movedBy(start).numbered(code.number() + numbers)));
    List<Span> unbreakable = new ArrayList<>(one.unbreakable());
    next.unbreakable()
        .forEach(span -> unbreakable.add(new Span(start + span.start(), start + span.end())));
    return new FoundBlock(
        text + next.text(), one.type(), one.level(), one.place(), points, codes, unbreakable);
  }
}
