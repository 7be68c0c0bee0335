package ballast.format.article;

import ballast.bitext.BlockType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives each passage its type: first by its own words and markup, then by its neighbours.
 *
 * <p>In case of doubt a passage is a paragraph: a wrong furniture label costs a translation unit, a
 * missing one only adds a row without a partner.
 */
final class BlockTyper {

  /** Number of blocks at either end of a text where doubtful furniture is accepted. */
  static final int EDGE = 6;

  /** Longest passage consisting of a link that counts as navigation. */
  private static final int MAX_LINK_UNITS = 32;

  /** A link that shows its address is not navigation. */
  private static final Pattern ADDRESS = Pattern.compile("^(?:https?://|www\\.)\\S+$");

  private static final Pattern RELATED =
      Pattern.compile(
          "(?i)(?:\\S+ ){0,3}(?:more|most|related|other|recent|latest)(?: \\S+){0,4}"
              + " (?:stories|coverage|articles|news|posts|reading|reports)(?: \\S+){0,8}|(?:read"
              + " |see )?more[:：]");

  private final Furniture furniture;

  BlockTyper(Furniture furniture) {
    this.furniture = furniture;
  }

  /** The types of the passages of one text, in their order. */
  List<BlockType> types(List<RawBlock> passages) {
    List<TextSize> sizes = passages.stream().map(p -> TextSize.of(p.text())).toList();
    @Nullable BlockType[] types = new @Nullable BlockType[passages.size()];
    for (int i = 0; i < types.length; i++) {
      boolean atEdge = i < EDGE || i >= types.length - EDGE;
      boolean late = i * 2 >= types.length;
      types[i] = own(passages.get(i), sizes.get(i), atEdge, late);
    }
    new PageEdges(furniture, passages, sizes, types).label();
    labelRelatedLists(passages, sizes, types);
    labelNotes(passages, types);
    boolean titled =
        passages.stream()
            .anyMatch(p -> !p.markup().outside() && p.markup().type() == BlockType.HEADING);
    new Headings(passages, sizes, types, titled).label();
    List<BlockType> result = new ArrayList<>();
    for (BlockType type : types) {
      result.add(type == null ? BlockType.PARAGRAPH : type);
    }
    return result;
  }

  /** The type that the passage shows by itself; null if it shows none. */
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
    // Of pages themselves the alternative texts are not read.
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
  private void labelRelatedLists(
      List<RawBlock> passages, List<TextSize> sizes, @Nullable BlockType[] types) {
    for (int i = 0; i < types.length; i++) {
      if (!isRelatedHeading(passages, sizes, types, i)) {
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

  /** A known heading, or one of its form over links. */
  private boolean isRelatedHeading(
      List<RawBlock> passages, List<TextSize> sizes, @Nullable BlockType[] types, int i) {
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

  /** Labels list items under a heading such as {@code 注释} as notes. */
  private static void labelNotes(List<RawBlock> passages, @Nullable BlockType[] types) {
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
}
