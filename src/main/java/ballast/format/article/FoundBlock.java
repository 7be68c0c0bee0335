package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Span;
import java.util.List;

/**
 * A block as found by the reader of a format, a part of a {@link ballast.bitext.Document}.
 *
 * @param text its visible characters; not blank, no white space at either end
 * @param level of a heading, from 1; 0 if the format gives none
 * @param place its place for people, for example {@code table 2, row 4}; empty in files with lines
 * @param points places of the text in a file with lines, by rising offset, the first for offset 0;
 *     empty in other files
 * @param codes by rising offset into {@code text}; side {@link Side#SOURCE}
 * @param unbreakable stretches of {@code text} that no sentence boundary may cut; in order,
 *     disjoint
 */
public record FoundBlock(
    String text,
    BlockType type,
    int level,
    String place,
    List<Point> points,
    List<InlineCode> codes,
    List<Span> unbreakable) {

  /**
   * The text of a block from {@code offset} on is in the file from {@code raw} on; both in UTF-16
   * units.
   */
  public record Point(int offset, int raw) {}

  public FoundBlock {
    points = List.copyOf(points);
    codes = List.copyOf(codes);
    unbreakable = List.copyOf(unbreakable);
  }

  /** Returns a block without codes, in a file without lines. */
  public static FoundBlock of(String text, BlockType type, String place) {
    return new FoundBlock(text, type, 0, place, List.of(), List.of(), List.of());
  }

  public FoundBlock withType(BlockType newType) {
    return new FoundBlock(text, newType, level, place, points, codes, unbreakable);
  }

  public FoundBlock withCodes(List<InlineCode> newCodes, List<Span> newUnbreakable) {
    return new FoundBlock(text, type, level, place, points, newCodes, newUnbreakable);
  }
}
