package ballast.format.article;

import ballast.bitext.BlockType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Labels lines above and below an article that are furniture by their form and place: a weather
 * widget is a temperature with a place and a day beside it, a menu is a column of its words, and
 * the day alone stands among other furniture. The same lines above a sentence are headings.
 */
final class PageEdges {

  private static final int MIN_MENU = 3;

  /** Lines on either side of a temperature that may belong to it. */
  private static final int MAX_WIDGET = 3;

  private static final Pattern TEMPERATURE =
      Pattern.compile("[-−]?\\d{1,3}(?:[.,]\\d)?\\s?(?:[°º]\\s?[CcFf]?|℃|℉|[CF])");
  private static final Pattern PLACE =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'.-]{1,20}(?:\\s\\p{Lu}[\\p{L}'.-]{1,20}){0,2}|\\p{IsHan}{2,6}");

  private final Furniture furniture;
  private final List<RawBlock> passages;
  private final List<TextSize> sizes;
  private final @Nullable BlockType[] types;

  /**
   * @param types types found so far, null where unknown; furniture is filled in
   */
  PageEdges(
      Furniture furniture,
      List<RawBlock> passages,
      List<TextSize> sizes,
      @Nullable BlockType[] types) {
    this.furniture = furniture;
    this.passages = passages;
    this.sizes = sizes;
    this.types = types;
  }

  void label() {
    for (int i = 0; i < types.length; i++) {
      if (TEMPERATURE.matcher(text(i)).matches() && isFree(i) && isAtEdge(i)) {
        types[i] = BlockType.FURNITURE;
        labelWidget(i, 1);
        labelWidget(i, -1);
      }
    }
    int top = 0;
    while (top < types.length && isPassed(top)) {
      top++;
    }
    int bottom = types.length - 1;
    while (bottom >= top && isPassed(bottom)) {
      bottom--;
    }
  }

  /** Whether a block beside an edge of furniture is furniture, or becomes so. */
  private boolean isPassed(int i) {
    if (types[i] == BlockType.FURNITURE) {
      return true;
    }
    if (isMenuWord(i)) {
      int first = i;
      while (isMenuWord(first - 1)) {
        first--;
      }
      int last = i;
      while (isMenuWord(last + 1)) {
        last++;
      }
      if (last - first + 1 >= MIN_MENU && !isAboveText(last)) {
        Arrays.fill(types, first, last + 1, BlockType.FURNITURE);
        return true;
      }
    }
    boolean amongFurniture = isFurniture(i - 1) || isFurniture(i + 1);
    if (amongFurniture && isDay(i) && !isAboveText(i)) {
      types[i] = BlockType.FURNITURE;
      return true;
    }
    return false;
  }

  /** Labels what stands beside a temperature: one place, and days. */
  private void labelWidget(int temperature, int step) {
    boolean placed = isFurniture(temperature - step) && isPlace(temperature - step);
    for (int i = temperature + step; Math.abs(i - temperature) <= MAX_WIDGET; i += step) {
      boolean place = !placed && isPlace(i);
      if (isFurniture(i)) {
        continue;
      }
      if (!(place || isDay(i)) || isAboveText(i)) {
        return;
      }
      placed |= place;
      types[i] = BlockType.FURNITURE;
    }
  }

  private boolean isPlace(int i) {
    return isInside(i) && isFree(i) && PLACE.matcher(text(i)).matches() && !Bylines.isDay(text(i));
  }

  private boolean isDay(int i) {
    return isInside(i) && Bylines.isDay(text(i)) && (isFree(i) || types[i] == BlockType.BYLINE);
  }

  private boolean isMenuWord(int i) {
    return isInside(i)
        && (types[i] == null || types[i] == BlockType.FURNITURE)
        && furniture.isMenuWord(text(i));
  }

  /** Whether a sentence or a byline follows, so that the line is the heading of an article. */
  private boolean isAboveText(int i) {
    int next = i + 1;
    return next < types.length
        && !isFurniture(next)
        && ((types[next] == BlockType.BYLINE && !Bylines.isDay(text(next)))
            || sizes.get(next).isSentence()
            || sizes.get(next).isLong());
  }

  /** Whether only furniture stands before or after the block, or it is near either end. */
  private boolean isAtEdge(int i) {
    return i < BlockTyper.EDGE
        || i >= types.length - BlockTyper.EDGE
        || Arrays.stream(types, 0, i).allMatch(type -> type == BlockType.FURNITURE)
        || Arrays.stream(types, i + 1, types.length).allMatch(type -> type == BlockType.FURNITURE);
  }

  private boolean isFree(int i) {
    return types[i] == null || types[i] == BlockType.FURNITURE;
  }

  private boolean isFurniture(int i) {
    return isInside(i) && types[i] == BlockType.FURNITURE;
  }

  private boolean isInside(int i) {
    return i >= 0 && i < types.length;
  }

  private String text(int i) {
    return passages.get(i).text();
  }
}
