package ballast.segment;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits documents into sentences.
 *
 * <p>A sentence never leaves its block. White space around sentences belongs to none; everything
 * else belongs to exactly one. Chinese (every {@code zh} tag, both scripts) and English have rules
 * of their own; any other language takes the English ones.
 *
 * <p>Rules are loaded when a language is first met, OpenNLP when the first English position cannot
 * be decided by rules. Not thread-safe: use {@link #another} to get one for each thread.
 */
public final class Segmenter {

  private final SegmenterOptions options;
  private final Shared shared;
  private final Map<String, Splitter> splitters = new HashMap<>();
  private @Nullable Referee referee;

  private Segmenter(SegmenterOptions options, Shared shared) {
    this.options = options;
    this.shared = shared;
  }

  /**
   * A segmenter with these options.
   *
   * @throws InputException if the user's rules or abbreviations cannot be read
   */
  public static Segmenter create(SegmenterOptions options) {
    return new Segmenter(options, new Shared(new RuleBook(options)));
  }

  /** A segmenter for another thread: same options, nothing is read a second time. */
  public Segmenter another() {
    return new Segmenter(options, shared);
  }

  /**
   * The sentences of all blocks, in order. A block of nothing but white space has none.
   *
   * @throws InputException if the user's rules do not compile or have none for the language
   */
  public List<Segment> segment(Document document) {
    Splitter splitter = splitter(document.lang());
    List<Segment> segments = new ArrayList<>();
    for (int block = 0; block < document.blocks().size(); block++) {
      Span span = document.blocks().get(block).span();
      String text = span.of(document.text());
      int start = 0;
      for (int end : isWhole(document, block) ? List.<Integer>of() : splitter.breaks(text)) {
        addTrimmed(segments, document, block, new Span(start, end));
        start = end;
      }
      addTrimmed(segments, document, block, new Span(start, text.length()));
    }
    return segments;
  }

  /**
   * Every place where a sentence might have ended inside a block, in order, and what decided.
   * Slower than {@link #segment} by the number of rules.
   *
   * @throws InputException if the user's rules do not compile or have none for the language
   */
  public List<Break> breaks(Document document) {
    Splitter splitter = splitter(document.lang());
    List<Break> breaks = new ArrayList<>();
    for (int index = 0; index < document.blocks().size(); index++) {
      Block block = document.blocks().get(index);
      if (isWhole(document, index)) {
        continue;
      }
      int start = block.span().start();
      for (Splitter.Decision decision : splitter.decisions(document.text(block))) {
        breaks.add(
            new Break(
                document,
                index,
                start + decision.position(),
                decision.breaks(),
                decision.rule(),
                decision.reason()));
      }
    }
    return breaks;
  }

  /** A user's mark is one sentence, whatever its label says. */
  private static boolean isWhole(Document document, int block) {
    return document.blocks().get(block).type() == BlockType.MARK;
  }

  private static void addTrimmed(
      List<Segment> segments, Document document, int block, Span inBlock) {
    int offset = document.blocks().get(block).span().start();
    int start = offset + inBlock.start();
    int end = offset + inBlock.end();
    while (start < end && WhiteSpace.isSpace(document.text().charAt(start))) {
      start++;
    }
    while (end > start && WhiteSpace.isSpace(document.text().charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      segments.add(new Segment(document, block, new Span(start, end)));
    }
  }

  private Splitter splitter(Lang lang) {
    return splitters.computeIfAbsent(
        shared.book.key(lang),
        key -> {
          RuleSet rules = shared.rules(key, lang);
          return new Splitter(
              options.referee() ? rules : rules.withoutQuestions(),
              lang.isChinese(),
              this::referee);
        });
  }

  private Referee referee() {
    Referee mine = referee;
    if (mine == null) {
      mine = shared.referee();
      referee = mine;
    }
    return mine;
  }

  /** What segmenters of several threads have in common. */
  private static final class Shared {

    private final RuleBook book;
    private final Map<String, RuleSet> rules = new HashMap<>();
    private @Nullable Referee referee;

    Shared(RuleBook book) {
      this.book = book;
    }

    synchronized RuleSet rules(String key, Lang lang) {
      RuleSet known = rules.get(key);
      if (known == null) {
        known = book.rules(lang);
        rules.put(key, known);
      }
      return known;
    }

    synchronized Referee referee() {
      Referee first = referee;
      if (first == null) {
        first = Referee.load();
        referee = first;
      }
      return first.another();
    }
  }
}
