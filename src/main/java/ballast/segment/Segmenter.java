package ballast.segment;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Interruption;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.language.FullWidth;
import ballast.language.WhiteSpace;
import ballast.segment.RuleBook.RuleSet;
import ballast.segment.SrxFile.SrxRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceModel;
import org.jspecify.annotations.Nullable;

/**
 * Splits documents into sentences.
 *
 * <p>A sentence never leaves its block. White space around sentences belongs to no sentence; all
 * other text belongs to exactly one. Chinese (every {@code zh} tag, both scripts) and English have
 * rules of their own; any other language uses the English rules.
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
   * @throws InputException if the user's rules or abbreviations cannot be read
   */
  public static Segmenter create(SegmenterOptions options) {
    return new Segmenter(options, new Shared(new RuleBook(options)));
  }

  /** Returns a segmenter with the same options for another thread; reads no file again. */
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
   * Every possible sentence end inside a block, in order, with its deciding rule. Takes the time of
   * {@link #segment} times the number of rules.
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

  /** Finds the breaks of a paragraph by the rules of one language. For one thread. */
  private static final class Splitter {

    /**
     * @param position UTF-16 units into the paragraph
     */
    record Decision(int position, boolean breaks, String rule, String reason) {}

    private final RuleSet set;
    private final boolean chinese;
    private final SrxEngine rules;
    private final SrxEngine candidates;
    private final SrxEngine guesses;
    private final Supplier<Referee> referee;

    /**
     * @param referee called only if the rules leave a position open
     */
    Splitter(RuleSet set, boolean chinese, Supplier<Referee> referee) {
      this.set = set;
      this.chinese = chinese;
      this.rules = SrxEngine.compile(set, set.rules());
      if (set.hasOpenQuestions()) {
        this.candidates = SrxEngine.compile(set, set.candidates());
        this.guesses = SrxEngine.compile(set, guesses(set));
      } else {
        this.candidates = rules;
        this.guesses = rules;
      }
      this.referee = referee;
    }

    List<Integer> breaks(String text) {
      String copy = copy(text);
      List<Integer> sure = rules.breaks(copy);
      List<Integer> open = open(copy, sure);
      if (open.isEmpty()) {
        return sure;
      }
      TreeSet<Integer> all = new TreeSet<>(sure);
      for (int position : open) {
        if (referee.get().probability(copy, position) >= Referee.THRESHOLD) {
          all.add(position);
        }
      }
      return List.copyOf(all);
    }

    /** The decisions at all positions that a rule matches, in ascending order. */
    List<Decision> decisions(String text) {
      String copy = copy(text);
      List<Integer> sure = rules.breaks(copy);
      Set<Integer> open = new HashSet<>(open(copy, sure));
      Map<Integer, SrxRule> deciders = rules.deciders(copy);
      TreeSet<Integer> positions = new TreeSet<>(deciders.keySet());
      positions.addAll(sure);
      Set<Integer> breaks = new HashSet<>(sure);
      List<Decision> decisions = new ArrayList<>();
      for (int position : positions) {
        SrxRule rule = deciders.get(position);
        if (rule == null || rule.breaks() != breaks.contains(position)) {
          decisions.add(outsideRules(position, breaks.contains(position)));
        } else if (open.contains(position)) {
          decisions.add(byReferee(copy, position, rule));
        } else {
          decisions.add(new Decision(position, rule.breaks(), rule.label(), rule.comment()));
        }
      }
      return decisions;
    }

    /** The positions where only a guess prevents a break. */
    private List<Integer> open(String copy, List<Integer> sure) {
      if (!set.hasOpenQuestions()) {
        return List.of();
      }
      // Most paragraphs need no guess: a few rules show that faster than all of them.
      Set<Integer> guessed = new HashSet<>(guesses.breaks(copy));
      sure.forEach(guessed::remove);
      if (guessed.isEmpty()) {
        return List.of();
      }
      return candidates.breaks(copy).stream().filter(guessed::contains).toList();
    }

    private Decision byReferee(String copy, int position, SrxRule rule) {
      double probability = referee.get().probability(copy, position);
      return new Decision(
          position,
          probability >= Referee.THRESHOLD,
          String.format(Locale.ROOT, "referee p=%.2f", probability),
          "asked because of " + rule.label() + ": " + rule.comment());
    }

    private static Decision outsideRules(int position, boolean breaks) {
      return new Decision(
          position, breaks, "rules file options", "ICU break rules or a range rule decided");
    }

    private String copy(String text) {
      return set.unified() ? MatchingText.unified(text, chinese) : MatchingText.plain(text);
    }

    /** The guesses, turned into break rules so that the engine reports where they apply. */
    private static List<SrxRule> guesses(RuleSet set) {
      Set<SrxRule> sure = new HashSet<>(set.candidates());
      return set.rules().stream()
          .filter(rule -> !sure.contains(rule))
          .map(r -> new SrxRule(r.group(), r.number(), r.before(), r.after(), true, r.comment()))
          .toList();
    }
  }

  /**
   * Asks OpenNLP's English sentence model whether a sentence ends at one position.
   *
   * <p>The model's own detector would judge every end mark of the text. Here its features are
   * computed for the one mark in question, with the same result. Not thread-safe, because the
   * feature generator keeps a buffer; the model itself is thread-safe and shared by {@link
   * #another}.
   */
  static final class Referee {

    /** Minimum probability of a break: high, as the rules are right more often than the model. */
    static final double THRESHOLD = 0.95;

    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    /** The model's outcome for an end mark that ends a sentence. */
    private static final String ENDS = "s";

    /** Characters passed to the model on each side; it looks at two words each way. */
    private static final int WINDOW = 200;

    private final SentenceModel model;
    private final MaxentModel outcomes;
    private final SDContextGenerator features;

    private Referee(SentenceModel model) {
      this.model = model;
      this.outcomes = model.getMaxentModel();
      this.features = model.getFactory().getSDContextGenerator();
    }

    static Referee load() {
      try (InputStream in = Referee.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException(
              "the OpenNLP model " + MODEL + " is not on the class path");
        }
        return new Referee(new SentenceModel(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Referee another() {
      return new Referee(model);
    }

    /**
     * The probability, 0 to 1, that a sentence of {@code text} ends at {@code position}; 0 if the
     * model does not know the end mark or there is none.
     *
     * @param position after the end mark and any closing quotes and brackets
     */
    double probability(String text, int position) {
      int mark = position - 1;
      while (mark > 0 && "\"'”’)]}»".indexOf(text.charAt(mark)) >= 0) {
        mark--;
      }
      if (".!?".indexOf(text.charAt(mark)) < 0) {
        return 0;
      }
      int start = Math.max(0, mark - WINDOW);
      String window = text.substring(start, Math.min(text.length(), mark + WINDOW));
      double[] probabilities = outcomes.eval(features.getContext(window, mark - start));
      return probabilities[outcomes.getIndex(ENDS)];
    }
  }

  /**
   * A possible sentence end, with its deciding rule.
   *
   * @param blockIndex position of its block in the document
   * @param offset UTF-16 units into the document's text: the text before it belongs to the sentence
   *     that ends here, the white space after it to no sentence
   * @param breaks whether a sentence ends here
   * @param rule the group of the deciding rule and its number in the group from 1, for example
   *     {@code English 12}; or {@code referee p=0.97}, the probability of a sentence end
   * @param reason the comment of the rule; may be empty
   */
  public record Break(
      Document document, int blockIndex, int offset, boolean breaks, String rule, String reason) {

    public Break {
      Block block = document.blocks().get(blockIndex);
      if (offset <= block.span().start() || offset >= block.span().end()) {
        throw new IllegalArgumentException(
            "offset " + offset + " is not inside block " + block.span() + " of " + document.name());
      }
    }

    public Location location() {
      return document.location(offset);
    }
  }

  /** Copies of a text for matching, of the same length, so that positions are equal in both. */
  private static final class MatchingText {

    /** Okapi's markers for inline codes; in a text they would swallow the next character. */
    private static final char FIRST_MARKER = '\uE101';

    private static final char LAST_MARKER = '\uE103';

    private static final String FROM = "｡⋯﹒﹗﹖‼⁉⁈⁇〝〞﹁﹂﹃﹄﹙﹚﹕﹔﹐﹑＂＇";
    private static final String TO = "。…。！？！？？？“”「」『』（）：；，、\"'";

    private MatchingText() {}

    /** The text for users' own rules: characters that would confuse the engine are replaced. */
    static String plain(String text) {
      return text.chars().noneMatch(MatchingText::isMarker)
          ? text
          : text.replaceAll("[" + FIRST_MARKER + "-" + LAST_MARKER + "]", "\uFFFD");
    }

    /**
     * The text for the built-in rules: all white space becomes spaces, full-width letters and
     * digits become ASCII, half-width and vertical marks become the usual ones.
     *
     * <p>The asterisks around emphasised words in Markdown become quotation marks, so that rules
     * treat both alike.
     *
     * <p>In Chinese, straight double quotes become curved ones, so that rules can tell a closing
     * one from an opening one. Elsewhere full-width end marks become ASCII. The full-width full
     * stop of Chinese mathematics stays: in other texts it is more often a misread comma than a
     * full stop.
     */
    static String unified(String text, boolean chinese) {
      char[] copy = text.toCharArray();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = chinese ? unified(copy[i]) : western(unified(copy[i]));
      }
      if (chinese) {
        curveQuotes(copy);
      }
      Emphasis.quote(copy);
      return new String(copy);
    }

    private static char unified(char c) {
      if (c < 0x80) {
        return Character.isWhitespace(c) ? ' ' : c;
      }
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return ' ';
      }
      if (isMarker(c)) {
        return '\uFFFD';
      }
      if ((c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ')) {
        return (char) FullWidth.fold(c);
      }
      int at = FROM.indexOf(c);
      return at < 0 ? c : TO.charAt(at);
    }

    private static char western(char c) {
      return switch (c) {
        case '。' -> '.';
        case '！' -> '!';
        case '？' -> '?';
        case '．' -> '.';
        default -> c;
      };
    }

    /**
     * A straight quote closes an open quote of either form; otherwise it opens one. If one is still
     * open at the end, the count cannot be trusted. Then only quotes after an end mark and with
     * nothing to quote after them close, and the others stay straight.
     */
    private static void curveQuotes(char[] copy) {
      char[] curved = copy.clone();
      boolean open = false;
      for (int i = 0; i < copy.length; i++) {
        if (copy[i] == '“') {
          open = true;
        } else if (copy[i] == '”') {
          open = false;
        } else if (copy[i] == '"') {
          boolean closes = open || closesAnyhow(copy, i);
          curved[i] = closes ? '”' : '“';
          open = !closes;
        }
      }
      for (int i = 0; i < copy.length; i++) {
        if (copy[i] == '"' && (!open || closesAnyhow(copy, i))) {
          copy[i] = curved[i];
        }
      }
    }

    private static boolean closesAnyhow(char[] copy, int quote) {
      return quote > 0
          && "。！？…!?，".indexOf(copy[quote - 1]) >= 0
          && (quote + 1 == copy.length || " 。！？，、；：".indexOf(copy[quote + 1]) >= 0);
    }

    private static boolean isMarker(int c) {
      return c >= FIRST_MARKER && c <= LAST_MARKER;
    }
  }

  /**
   * Emphasis in Markdown: {@code *word*}, {@code **words**}. Recognises the emphasis of CommonMark
   * (0.31, 6.2) unless a Latin letter or digit touches it from outside: {@code a*b*c} has none.
   * Underscores are left alone, because most are part of names and addresses.
   */
  private static final class Emphasis {

    /** Longer runs of asterisks are rules or blanks to fill in. */
    private static final int MAX_ASTERISKS = 3;

    private static final int NONE = -1;

    private Emphasis() {}

    /** Replaces each matching pair of emphasis marks by curved quotation marks. */
    static void quote(char[] text) {
      // Indexed by length, so that *a word* may be inside **a sentence**.
      int[] open = new int[MAX_ASTERISKS];
      Arrays.fill(open, NONE);
      for (int at = 0; at < text.length; ) {
        if (text[at] != '*') {
          at++;
          continue;
        }
        int end = runEnd(text, at);
        if (end - at <= MAX_ASTERISKS) {
          int kind = end - at - 1;
          int start = open[kind];
          if (start != NONE && closes(text, at, end)) {
            if (!isAbbreviation(text, runEnd(text, start), at)) {
              fill(text, start, '\u201C');
              fill(text, at, '\u201D');
            }
            for (int i = 0; i < open.length; i++) {
              open[i] = open[i] >= start ? NONE : open[i];
            }
          } else if (opens(text, at, end)) {
            open[kind] = at;
          }
        }
        at = end;
      }
    }

    private static int runEnd(char[] text, int start) {
      int end = start;
      while (end < text.length && text[end] == '*') {
        end++;
      }
      return end;
    }

    private static boolean opens(char[] text, int at, int end) {
      return end < text.length && text[end] != ' ' && (at == 0 || !isLatin(text[at - 1]));
    }

    private static boolean closes(char[] text, int at, int end) {
      return text[at - 1] != ' ' && (end == text.length || !isLatin(text[end]));
    }

    /** Whether it is one word with a full stop, such as {@code **U.S.**} or {@code **Note.**}. */
    private static boolean isAbbreviation(char[] text, int start, int end) {
      if (text[end - 1] != '.') {
        return false;
      }
      for (int i = start; i < end; i++) {
        if (text[i] == ' ' || text[i] >= 0x2E80) {
          return false;
        }
      }
      return true;
    }

    private static boolean isLatin(char c) {
      return c < 0x2E80 && Character.isLetterOrDigit(c);
    }

    private static void fill(char[] text, int from, char mark) {
      int end = runEnd(text, from);
      for (int i = from; i < end; i++) {
        text[i] = mark;
      }
    }
  }
}
