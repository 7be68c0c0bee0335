package ballast.segment;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Interruption;
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
 * <p>A sentence never leaves its block. White space around sentences belongs to no sentence;
 * everything else belongs to exactly one. Chinese (every {@code zh} tag, both scripts) and English
 * have rules of their own; any other language uses the English rules.
 *
 * <p>The rules of a language are loaded at its first text, OpenNLP at the first English position
 * that the rules cannot decide. Not thread-safe: call {@link #another} for each thread.
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

  /** A segmenter for another thread with the same options; reads no file again. */
  public Segmenter another() {
    return new Segmenter(options, shared);
  }

  /**
   * The sentences of all blocks, in order. A block of white space has no sentences.
   *
   * @throws InputException if the user's rules do not compile or do not cover the language
   */
  public List<Segment> segment(Document document) {
    Splitter splitter = splitter(document.lang());
    List<Segment> segments = new ArrayList<>();
    for (int block = 0; block < document.blocks().size(); block++) {
      Interruption.check();
      Span span = document.blocks().get(block).span();
      String text = span.of(document.text());
      int start = 0;
      for (int end : isWhole(document, block) ? List.<Integer>of() : splitter.breaks(text)) {
        if (!document.markup().forbidsBreak(span.start() + end)) {
          addTrimmed(segments, document, block, new Span(start, end));
          start = end;
        }
      }
      addTrimmed(segments, document, block, new Span(start, text.length()));
    }
    return segments;
  }

  /**
   * Every place inside a block where a sentence might end, in order, and what decided. Takes the
   * time of {@link #segment} times the number of rules.
   *
   * @throws InputException if the user's rules do not compile or do not cover the language
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
                decision.breaks() && !document.markup().forbidsBreak(start + decision.position()),
                decision.rule(),
                decision.reason()));
      }
    }
    return breaks;
  }

  private static boolean isWhole(Document document, int block) {
    return document.blocks().get(block).type().isWhole();
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
    Referee current = referee;
    if (current == null) {
      current = shared.referee();
      referee = current;
    }
    return current;
  }

  /** The state that the segmenters of all threads share. */
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
      Referee loaded = referee;
      if (loaded == null) {
        loaded = Referee.load();
        referee = loaded;
      }
      return loaded.another();
    }
  }
}
