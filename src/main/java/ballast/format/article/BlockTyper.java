package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.format.file.Characters;
import ballast.language.Bylines;
import ballast.language.TextSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Determines the type of each passage: first by its own words and markup, then by its neighbours.
 *
 * <p>In case of doubt a passage is a paragraph: a wrong furniture label costs a translation unit, a
 * missing one only adds a row without a partner.
 */
final class BlockTyper {

  /** Number of blocks at either end of a text where doubtful furniture is accepted. */
  static final int EDGE = 6;

  /** Maximum length of a link that counts as navigation, in the units of {@link TextSize}. */
  private static final int MAX_LINK_UNITS = 32;

  /** A link that shows its address is not navigation. */
  private static final Pattern ADDRESS = Pattern.compile("^(?:https?://|www\\.)\\S+$");

  private static final Pattern RELATED =
      Pattern.compile(
          "(?i)(?:\\S+ ){0,3}(?:more|most|related|other|recent|latest)(?: \\S+){0,4}"
              + " (?:stories|coverage|articles|news|posts|reading|reports)(?: \\S+){0,8}|(?:read"
              + " |see )?more[:：]");

  private final Furniture furniture;
  private final List<RawBlock> passages;
  private final List<TextSize> sizes;
  private final @Nullable BlockType[] types;

  BlockTyper(Furniture furniture, List<RawBlock> passages) {
    this.furniture = furniture;
    this.passages = passages;
    this.sizes = passages.stream().map(p -> TextSize.of(p.text())).toList();
    this.types = new @Nullable BlockType[passages.size()];
  }

  List<BlockType> types() {
    for (int i = 0; i < types.length; i++) {
      boolean atEdge = i < EDGE || i >= types.length - EDGE;
      boolean late = i * 2 >= types.length;
      types[i] = own(passages.get(i), sizes.get(i), atEdge, late);
    }
    new PageEdges().label();
    labelRelatedLists();
    labelNotes();
    boolean titled =
        passages.stream()
            .anyMatch(p -> !p.markup().outside() && p.markup().type() == BlockType.HEADING);
    new Headings().label(titled);
    List<BlockType> result = new ArrayList<>();
    for (BlockType type : types) {
      result.add(type == null ? BlockType.PARAGRAPH : type);
    }
    return result;
  }

  private @Nullable BlockType own(RawBlock passage, TextSize size, boolean atEdge, boolean late) {
    String text = passage.text();
    RawBlock.Markup markup = passage.markup();
    BlockType byTag = markup.type();
    if (markup.outside()) {
      return BlockType.FURNITURE;
    }
    if (byTag == BlockType.CELL || byTag == BlockType.NOTE) {
      return byTag;
    }
    if (furniture.isFurniture(text, size, atEdge)) {
      return BlockType.FURNITURE;
    }
    if (byTag != null && byTag != BlockType.LIST_ITEM) {
      return byTag;
    }
    // The alternative texts of pages themselves are not read.
    if (byTag == null
        && !BlockLabels.isMarkdownHeading(text)
        && furniture.isWithPictures(text, atEdge)) {
      return BlockType.FURNITURE;
    }
    if (Bylines.isByline(text, size) || (late && Bylines.isAuthorNote(text))) {
      return BlockType.BYLINE;
    }
    if (markup.linkShare() > 0.8
        && !ADDRESS.matcher(text).find()
        && size.sentences() == 0
        && size.units() <= MAX_LINK_UNITS) {
      return BlockType.FURNITURE;
    }
    return byTag != null ? byTag : byLabel(text, size);
  }

  private static @Nullable BlockType byLabel(String text, TextSize size) {
    if (BlockLabels.isMarkdownHeading(text)) {
      return BlockType.HEADING;
    }
    if (BlockLabels.isCaption(text, size)) {
      return BlockType.CAPTION;
    }
    if (BlockLabels.isNote(text)) {
      return BlockType.NOTE;
    }
    if (BlockLabels.isSectionNumber(text) && Headings.isShort(text, size)) {
      return BlockType.HEADING;
    }
    return BlockLabels.isListItem(text) ? BlockType.LIST_ITEM : null;
  }

  /** Labels the titles of other articles that follow {@code 相关阅读}, up to the next sentence. */
  private void labelRelatedLists() {
    for (int i = 0; i < types.length; i++) {
      if (!isRelatedHeading(i)) {
        continue;
      }
      types[i] = BlockType.FURNITURE;
      int end = i + 1;
      while (end < types.length && isListed(passages.get(end), sizes.get(end), types[end])) {
        end++;
      }
      boolean articleGoesOn = end < types.length;
      // A line set off from the list and followed by prose is the article's next heading.
      if (articleGoesOn
          && end - 1 > i + 1
          && passages.get(end - 1).gapBefore()
          && !passages.get(end - 2).gapBefore()) {
        end--;
      }
      Arrays.fill(types, i + 1, end, BlockType.FURNITURE);
      i = end - 1;
    }
  }

  private boolean isRelatedHeading(int i) {
    String text = passages.get(i).text();
    if (types[i] == BlockType.FURNITURE && furniture.isRelatedHeading(text)) {
      return true;
    }
    boolean line = types[i] == BlockType.HEADING || types[i] == null;
    if (!line || i == 0 || i + 1 == types.length || !RELATED.matcher(text).matches()) {
      return false;
    }
    RawBlock next = passages.get(i + 1);
    return next.markup().linkShare() > 0.3 && !sizes.get(i + 1).isLong();
  }

  private static boolean isListed(RawBlock passage, TextSize size, @Nullable BlockType type) {
    if (type == BlockType.FURNITURE) {
      return true;
    }
    boolean heading = type == BlockType.HEADING && passage.markup().linkShare() < 0.5;
    boolean isFinal = type == BlockType.NOTE || type == BlockType.CELL || heading;
    boolean full = passage.text().endsWith("。") || passage.text().endsWith(".");
    return !isFinal && !size.isLong() && !(full && size.isSentence());
  }

  private void labelNotes() {
    boolean inNotes = false;
    for (int i = 0; i < types.length; i++) {
      if (BlockLabels.isNotesHeading(passages.get(i).text())) {
        types[i] = BlockType.HEADING;
        inNotes = true;
      } else if (inNotes && types[i] == BlockType.LIST_ITEM) {
        types[i] = BlockType.NOTE;
      } else if (types[i] == BlockType.HEADING) {
        inNotes = false;
      }
    }
  }

  /**
   * Labels lines above and below an article that are furniture by their form and place. A weather
   * widget is a temperature next to a place and a day, a menu is a column of its words, and a
   * single day is furniture among other furniture. The same lines above a sentence are headings.
   */
  private final class PageEdges {

    private static final int MIN_MENU = 3;

    /** Maximum distance from a temperature of a line that may belong to it. */
    private static final int MAX_WIDGET = 3;

    private static final Pattern TEMPERATURE =
        Pattern.compile("[-−]?\\d{1,3}(?:[.,]\\d)?\\s?(?:[°º]\\s?[CcFf]?|℃|℉|[CF])");
    private static final Pattern PLACE =
        Pattern.compile(
            "\\p{Lu}[\\p{L}'.-]{1,20}(?:\\s\\p{Lu}[\\p{L}'.-]{1,20}){0,2}|\\p{IsHan}{2,6}");

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
      return isInside(i)
          && isFree(i)
          && PLACE.matcher(text(i)).matches()
          && !Bylines.isDay(text(i));
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

    private boolean isAtEdge(int i) {
      return i < EDGE
          || i >= types.length - EDGE
          || Arrays.stream(types, 0, i).allMatch(type -> type == BlockType.FURNITURE)
          || Arrays.stream(types, i + 1, types.length)
              .allMatch(type -> type == BlockType.FURNITURE);
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

  /**
   * Finds headings marked only by their form: a short line without a full stop, with text below it.
   */
  private final class Headings {

    private static final int MAX_HAN = 30;
    private static final int MAX_WORDS = 14;
    private static final int MAX_TITLE_HAN = 50;
    private static final int MAX_TITLE_WORDS = 25;
    private static final String NOT_LAST = "。；;，,、：:.…‥”’\"";

    /** Whether a text is short enough for a heading and does not end like a sentence or clause. */
    static boolean isShort(String text, TextSize size) {
      return fits(text, size, MAX_HAN, MAX_WORDS);
    }

    private static boolean fits(String text, TextSize size, int maxHan, int maxWords) {
      int last = text.codePointBefore(text.length());
      boolean wordy = size.han() + size.words() > 0;
      boolean dotted = last == '.' && !text.endsWith("U.S.");
      boolean open = last != '.' && NOT_LAST.indexOf(last) >= 0;
      boolean quoted = (last == '”' || last == '’' || last == '"') && size.sentences() == 0;
      boolean clauses = text.indexOf('；') >= 0 || text.indexOf('。') >= 0;
      return wordy
          && !clauses
          && size.han() <= maxHan
          && size.words() <= maxWords
          && !dotted
          && (!open || quoted);
    }

    void label(boolean titled) {
      int from = 0;
      if (!titled) {
        from = labelTitle();
      } else {
        labelBelowTitle(firstHeading() + 1);
      }
      for (int i = types.length - 1; i >= from; i--) {
        if (types[i] == null && isHeading(i)) {
          types[i] = BlockType.HEADING;
        }
      }
    }

    private int firstHeading() {
      int i = 0;
      while (i < types.length && types[i] != BlockType.HEADING) {
        i++;
      }
      return i;
    }

    /** Labels the first line that is neither furniture nor byline as title, if text follows it. */
    private int labelTitle() {
      for (int i = 0; i < types.length; i++) {
        if (types[i] == BlockType.FURNITURE || types[i] == BlockType.BYLINE) {
          continue;
        }
        RawBlock passage = passages.get(i);
        boolean title =
            types[i] == null
                && fits(passage.text(), sizes.get(i), MAX_TITLE_HAN, MAX_TITLE_WORDS)
                && i + 1 < types.length;
        if (title) {
          types[i] = BlockType.HEADING;
          labelBelowTitle(i + 1);
        }
        return i + 1;
      }
      return types.length;
    }

    /** {@code ——在某次会议上的讲话}: a Chinese subtitle begins with a dash; names may follow. */
    private void labelBelowTitle(int first) {
      for (int i = first; i < Math.min(first + 3, types.length); i++) {
        String text = passages.get(i).text();
        if (types[i] == null && Bylines.isBareName(text)) {
          types[i] = BlockType.BYLINE;
        } else if (types[i] == null
            && text.startsWith("——")
            && fits(text, sizes.get(i), MAX_TITLE_HAN, MAX_TITLE_WORDS)) {
          types[i] = BlockType.HEADING;
        } else if (types[i] == null) {
          return;
        }
      }
    }

    /**
     * Whether a block is a heading. Blocks are labelled from the last to the first, so the
     * following ones already have their types. Two short lines that are not set apart are verse, an
     * address or a list, not two headings.
     */
    private boolean isHeading(int i) {
      RawBlock passage = passages.get(i);
      String text = passage.text();
      boolean questionOrCall = Characters.endsSentence(text) && sizes.get(i).sentences() > 0;
      if (!isShort(text, sizes.get(i))
          || questionOrCall
          || text.startsWith("“")
          || text.startsWith("\"")) {
        return false;
      }
      return isBody(next(i)) && standsAlone(i);
    }

    private int next(int i) {
      int next = i + 1;
      while (next < types.length && types[next] == BlockType.FURNITURE) {
        next++;
      }
      return next;
    }

    private boolean isBody(int i) {
      if (i >= types.length) {
        return false;
      }
      BlockType type = types[i];
      if (type == null || type == BlockType.PARAGRAPH) {
        return sizes.get(i).isSentence() || sizes.get(i).isLong();
      }
      return type == BlockType.LIST_ITEM
          || (type == BlockType.HEADING && passages.get(i).gapBefore());
    }

    private boolean standsAlone(int i) {
      int previous = i - 1;
      while (previous >= 0 && types[previous] == BlockType.FURNITURE) {
        previous--;
      }
      boolean shortBefore =
          previous >= 0
              && types[previous] == null
              && !Characters.endsSentence(passages.get(previous).text())
              && !sizes.get(previous).isLong();
      return !shortBefore || (passages.get(i).gapBefore() && passages.get(previous).gapBefore());
    }
  }
}
