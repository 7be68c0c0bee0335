package ballast.bitext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text with its blocks, as every later step sees it.
 *
 * <p>The text is as read: decoded, soft-wrapped lines joined, markup removed. Nothing else changes;
 * Unicode normalisation would rewrite CJK compatibility characters.
 *
 * @param name its name in messages, usually the file's path as given
 * @param text blocks are separated by line breaks
 * @param blocks in order, disjoint, inside the text; empty if the text is blank
 * @param sourceMap from the text to places in its file
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

  public Document(String name, Lang lang, String text, List<Block> blocks, SourceMap sourceMap) {
    this(name, lang, text, blocks, sourceMap, InlineMarkup.NONE);
  }

  /**
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

  public String text(Block block) {
    return block.span().of(text);
  }

  /** The location in the file of the character at {@code offset}, in UTF-16 units of the text. */
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
   * Makes a document of parts of this one. Each part becomes a block and keeps its place.
   *
   * @param newLang the language of the parts
   * @param stretches blocks with spans in this document's text; in order, disjoint
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
   * @param codes by rising offset into the document's text; those at one offset in the order of the
   *     file. Their side is {@link Side#SOURCE}
   * @param unbreakable spans of the text in which no sentence ends, such as a link's text or inline
   *     program code; in order, disjoint
   */
  public record InlineMarkup(List<InlineCode> codes, List<Span> unbreakable) {

    public static final InlineMarkup NONE = new InlineMarkup(List.of(), List.of());

    public InlineMarkup {
      codes = List.copyOf(codes);
      unbreakable = List.copyOf(unbreakable);
    }

    /**
     * The spans between paired codes of type {@code other} and subtype {@code code} or {@code
     * formula}. They belong to no language. In order, disjoint.
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

    /** Whether {@code offset} is inside an unbreakable span, not at its edges. */
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
