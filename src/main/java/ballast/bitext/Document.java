package ballast.bitext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One text with its blocks, as every later step sees it.
 *
 * <p>The text is what was read: decoded, soft-wrapped lines joined, markup gone, nothing else
 * changed (no Unicode normalisation: it would rewrite CJK compatibility characters).
 *
 * @param name its name in messages, usually the file's path as given
 * @param lang its language
 * @param text all of it; blocks are separated by line breaks
 * @param blocks in order, disjoint, inside the text; empty if the text is blank
 * @param sourceMap where the text is in its file
 * @param markup the codes inside the text
 */
public record Document(
    String name,
    Lang lang,
    String text,
    List<Block> blocks,
    SourceMap sourceMap,
    InlineMarkup markup) {

  public Document {
    blocks = List.copyOf(blocks);
    int end = 0;
    for (Block block : blocks) {
      if (block.span().start() < end || block.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "block " + block.span() + " of " + name + " overlaps another or leaves the text");
      }
      end = block.span().end();
    }
  }

  /** A document without codes. */
  public Document(String name, Lang lang, String text, List<Block> blocks, SourceMap sourceMap) {
    this(name, lang, text, blocks, sourceMap, InlineMarkup.NONE);
  }

  /**
   * The same text with other types for some blocks.
   *
   * @param types by position of the block
   */
  public Document withTypes(Map<Integer, BlockType> types) {
    List<Block> typed = new ArrayList<>(blocks);
    types.forEach(
        (index, type) -> {
          Block block = blocks.get(index);
          int level = type == BlockType.HEADING ? block.level() : 0;
          typed.set(index, new Block(block.span(), type, level, block.place()));
        });
    return new Document(name, lang, text, typed, sourceMap, markup);
  }

  /** The characters of one block. */
  public String text(Block block) {
    return block.span().of(text);
  }

  /** The location in the file of the character at {@code offset}, UTF-16 units of the text. */
  public Location location(int offset) {
    Location found = sourceMap.locate(name, text, offset);
    String place = place(offset);
    return place.isEmpty()
        ? found
        : new Location(found.file(), found.line(), found.column(), place);
  }

  /** The place of the last block that begins at or before {@code offset}; empty if it has none. */
  private String place(int offset) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).span().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? "" : blocks.get(low - 1).place();
  }

  /**
   * A document made of stretches of this one, each of them a block; their places stay.
   *
   * @param newLang the language of the stretches
   * @param stretches blocks whose spans are in this document's text; in order, disjoint
   */
  public Document part(Lang newLang, List<Block> stretches) {
    StringBuilder words = new StringBuilder();
    List<Block> moved = new ArrayList<>();
    List<SourceMap.Point> points = new ArrayList<>();
    List<InlineCode> codes = new ArrayList<>();
    List<Span> unbreakable = new ArrayList<>();
    for (Block stretch : stretches) {
      if (!moved.isEmpty()) {
        words.append('\n');
      }
      Span span = stretch.span();
      int shift = words.length() - span.start();
      words.append(span.of(text));
      moved.add(
          new Block(
              new Span(span.start() + shift, span.end() + shift),
              stretch.type(),
              stretch.level(),
              stretch.place()));
      points.addAll(sourceMap.within(name, text, span, shift));
      markup.codes().stream()
          .filter(code -> code.offset() >= span.start() && code.offset() <= span.end())
          .forEach(code -> codes.add(code.movedBy(shift)));
      markup.unbreakable().stream()
          .filter(span::contains)
          .forEach(s -> unbreakable.add(new Span(s.start() + shift, s.end() + shift)));
    }
    return new Document(
        name,
        newLang,
        words.toString(),
        moved,
        new SourceMap(points),
        new InlineMarkup(codes, unbreakable));
  }

  /**
   * The markup inside a document's text: bold, links, note marks.
   *
   * @param codes by rising offset into the document's text; of codes at one offset the order is
   *     that of the file. Their side is {@link Side#SOURCE}
   * @param unbreakable stretches of the text inside which no sentence ends, such as the text of a
   *     link or inline program code; in order, disjoint
   */
  public record InlineMarkup(List<InlineCode> codes, List<Span> unbreakable) {

    /** For a text without codes. */
    public static final InlineMarkup NONE = new InlineMarkup(List.of(), List.of());

    public InlineMarkup {
      codes = List.copyOf(codes);
      unbreakable = List.copyOf(unbreakable);
    }

    /**
     * The stretches between paired codes of type {@code other} and subtype {@code code} or {@code
     * formula}: they belong to no language. In order, disjoint.
     */
    public List<Span> programs() {
      List<Span> found = new ArrayList<>();
      int start = -1;
      String open = "";
      for (InlineCode code : codes) {
        if (start < 0 && code.isOpening() && isProgram(code.attributes())) {
          start = code.offset();
          open = code.attributes();
        } else if (start >= 0 && code.isClosing() && code.attributes().equals(open)) {
          found.add(new Span(start, code.offset()));
          start = -1;
        }
      }
      return found;
    }

    private static boolean isProgram(String attributes) {
      return attributes.contains("subType=\"code\"") || attributes.contains("subType=\"formula\"");
    }

    /** Whether {@code offset} is inside an unbreakable stretch, not at its edges. */
    public boolean forbidsBreak(int offset) {
      int low = 0;
      int high = unbreakable.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (unbreakable.get(middle).start() < offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low > 0 && offset < unbreakable.get(low - 1).end();
    }
  }
}
