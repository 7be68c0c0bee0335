package ballast.links;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.FunctionWords;
import ballast.language.Han;
import ballast.language.Renderings;
import ballast.links.SpanFinder.Found;
import ballast.links.SpanSearch.Edges;
import ballast.links.SpanSearch.SpanWeights;
import ballast.links.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places the inline codes of a sentence in its plain translation: bold text, links and note marks.
 * Thread-safe.
 */
public final class CodePlacer {

  private final WordLinker linker;

  /** For other languages: uses only text common to both sentences, and their ends. */
  private final WordLinker ignorant = new WordLinker(ChineseWords.NONE, Renderings.NONE);

  public CodePlacer(ChineseWords words, Renderings renderings) {
    this.linker = new WordLinker(words, renderings);
  }

  /**
   * Places every code. For languages other than Chinese and English, no word translations are
   * known.
   *
   * @param sourceCodes by rising offset into the source
   * @return the same codes with offsets into the target, in target order, properly nested; empty if
   *     one of them cannot be placed with confidence
   */
  public Optional<List<InlineCode>> place(
      String source,
      Lang sourceLang,
      List<InlineCode> sourceCodes,
      String target,
      Lang targetLang) {
    if (sourceCodes.isEmpty()) {
      return Optional.of(List.of());
    }
    if (target.isBlank()) {
      return Optional.empty();
    }
    boolean known = isKnown(sourceLang) && isKnown(targetLang);
    Set<Integer> cuts = new HashSet<>();
    sourceCodes.forEach(code -> cuts.add(code.offset()));
    return CodeTree.of(sourceCodes, source.length())
        .flatMap(nodes -> place(nodes, known ? linker : ignorant, source, cuts, target))
        .map(Placed::codes);
  }

  private static boolean isKnown(Lang lang) {
    return lang.isChinese() || lang.isEnglish();
  }

  private static Optional<List<Placed>> place(
      List<CodeNode> nodes, WordLinker by, String source, Set<Integer> cuts, String target) {
    return by.link(source, cuts, target)
        .flatMap(links -> new Placement(source, target, links).place(nodes));
  }

  static final class CodeTree {

    /** From each paired opening code's index to its partner's index, and the reverse. */
    private final Map<Integer, Integer> partners = new HashMap<>();

    private final List<InlineCode> codes;
    private final Deque<Open> open = new ArrayDeque<>();
    private List<CodeNode> nodes = new ArrayList<>();

    private CodeTree(List<InlineCode> codes) {
      this.codes = codes;
    }

    /**
     * @param before the previous nodes on its level
     */
    private record Open(int index, List<CodeNode> before) {}

    /**
     * @return empty if two pairs cross
     */
    static Optional<List<CodeNode>> of(List<InlineCode> codes, int length) {
      CodeTree tree = new CodeTree(codes);
      tree.findPartners();
      for (int i = 0; i < codes.size(); i++) {
        if (!tree.add(i)) {
          return Optional.empty();
        }
      }
      while (!tree.open.isEmpty()) {
        if (tree.partners.containsKey(tree.open.peek().index())) {
          return Optional.empty();
        }
        tree.close(length, null);
      }
      return Optional.of(List.copyOf(tree.nodes));
    }

    private void findPartners() {
      Map<String, Deque<Integer>> opened = new HashMap<>();
      for (int i = 0; i < codes.size(); i++) {
        InlineCode code = codes.get(i);
        if (code.isOpening()) {
          opened.computeIfAbsent(key(code), key -> new ArrayDeque<>()).push(i);
        } else if (code.isClosing()) {
          Deque<Integer> candidates = opened.get(key(code));
          if (candidates != null && !candidates.isEmpty()) {
            int partner = candidates.pop();
            partners.put(partner, i);
            partners.put(i, partner);
          }
        }
      }
    }

    private static String key(InlineCode code) {
      return code.name() + " " + code.id();
    }

    /** Returns false if the code crosses another pair. */
    private boolean add(int index) {
      InlineCode code = codes.get(index);
      if (code.isOpening()) {
        open.push(new Open(index, nodes));
        nodes = new ArrayList<>();
        return true;
      }
      if (!code.isClosing()) {
        nodes.add(new CodeNode(new Span(code.offset(), code.offset()), code, null, List.of()));
        return true;
      }
      Integer partner = partners.get(index);
      if (partner == null) {
        Span span = new Span(0, code.offset());
        nodes = new ArrayList<>(List.of(new CodeNode(span, null, code, nodes)));
        return open.isEmpty();
      }
      if (open.isEmpty() || open.peek().index() != partner) {
        return false;
      }
      close(code.offset(), code);
      return true;
    }

    private void close(int end, @Nullable InlineCode last) {
      Open opened = open.pop();
      InlineCode first = codes.get(opened.index());
      List<CodeNode> level = opened.before();
      level.add(new CodeNode(new Span(first.offset(), end), first, last, nodes));
      nodes = level;
    }
  }

  /**
   * A code or a pair with its place in the target.
   *
   * @param span in UTF-16 units of the target; empty for a lone code
   */
  private record Placed(CodeNode node, Span span, List<Placed> children) {

    static List<InlineCode> codes(List<Placed> neighbours) {
      List<InlineCode> codes = new ArrayList<>();
      add(neighbours, codes);
      return List.copyOf(codes);
    }

    /** Adds codes in target order; at the same place, in source order. */
    private static void add(List<Placed> neighbours, List<InlineCode> codes) {
      List<Placed> sorted = new ArrayList<>(neighbours);
      sorted.sort(Comparator.comparing(Placed::span));
      for (Placed placed : sorted) {
        add(placed.node.first(), placed.span.start(), codes);
        add(placed.children, codes);
        add(placed.node.last(), placed.span.end(), codes);
      }
    }

    private static void add(@Nullable InlineCode code, int offset, List<InlineCode> codes) {
      if (code != null) {
        codes.add(code.at(Side.TARGET, offset));
      }
    }
  }

  /**
   * A lone code of a sentence, or a pair with the codes inside it.
   *
   * @param span the surrounded text, in UTF-16 units of the sentence. For an opening half without
   *     its partner, everything to the end; for a closing half, everything from the start; empty
   *     for a lone code
   * @param first the opening code or the lone one; null for a closing half
   * @param last the closing code; null for a lone code and for an opening half
   */
  record CodeNode(
      Span span, @Nullable InlineCode first, @Nullable InlineCode last, List<CodeNode> children) {

    CodeNode {
      children = List.copyOf(children);
    }

    /** Whether its partner is in an earlier sentence. */
    boolean isClosingHalf() {
      return first == null;
    }

    /** Whether its partner is in a later sentence. */
    boolean isOpeningHalf() {
      return last == null && first != null && first.isOpening();
    }
  }

  private static final class Placement {

    private static final double MIN_CONFIDENCE = 0.2;

    /** Minimum confidence for a translation of the word before a lone code. */
    private static final double MIN_MARK_CONFIDENCE = 0.4;

    private final String source;
    private final String target;
    private final WordLinks links;
    private final EqualText equal;
    private final SpanFinder spans;
    private final MarkFinder marks;
    private final EdgeMarks edges;

    Placement(String source, String target, WordLinks links) {
      this.source = source;
      this.target = target;
      this.links = links;
      this.equal = new EqualText(source, target);
      this.spans = new SpanFinder(links, SpanWeights.BUNDLED);
      this.marks = new MarkFinder(links, spans, MIN_MARK_CONFIDENCE);
      this.edges = new EdgeMarks(links);
    }

    Optional<List<Placed>> place(List<CodeNode> nodes) {
      return place(nodes, new Span(0, source.length()), new Span(0, target.length()));
    }

    private Optional<List<Placed>> place(List<CodeNode> nodes, Span from, Span to) {
      List<@Nullable Span> places = new ArrayList<>();
      for (CodeNode node : nodes) {
        places.add(isAlone(node) ? null : pair(node, from, to));
      }
      List<Placed> placed = new ArrayList<>();
      for (int k = 0; k < nodes.size(); k++) {
        CodeNode node = nodes.get(k);
        Span place = places.get(k);
        if (isAlone(node)) {
          place = beside(nodes, places, k);
          place = place == null ? lone(node, from, to) : place;
          places.set(k, place);
        }
        if (place == null) {
          return Optional.empty();
        }
        Optional<List<Placed>> inside = place(node.children(), node.span(), place);
        if (inside.isEmpty()) {
          return Optional.empty();
        }
        placed.add(new Placed(node, place, inside.get()));
      }
      return overlap(placed) ? Optional.empty() : Optional.of(placed);
    }

    private boolean isAlone(CodeNode node) {
      return stripped(node.span()).isEmpty();
    }

    private static boolean overlap(List<Placed> placed) {
      for (int k = 0; k < placed.size(); k++) {
        for (int m = k + 1; m < placed.size(); m++) {
          Span one = placed.get(k).span();
          Span other = placed.get(m).span();
          if (one.overlaps(other)) {
            return true;
          }
        }
      }
      return false;
    }

    /** The end of the code directly before this one; null if there is none. */
    private static @Nullable Span beside(
        List<CodeNode> nodes, List<@Nullable Span> places, int index) {
      if (index == 0 || nodes.get(index - 1).span().end() != nodes.get(index).span().start()) {
        return null;
      }
      Span before = places.get(index - 1);
      return before == null ? null : new Span(before.end(), before.end());
    }

    private @Nullable Span pair(CodeNode node, Span from, Span to) {
      Span span = stripped(node.span());
      Range marked = Token.in(links.source(), span);
      Range within = Token.in(links.target(), to);
      if (marked.isEmpty() || within.isEmpty()) {
        return null;
      }
      Range whole = Token.in(links.source(), from);
      boolean isWhole = isWhole(marked, whole);
      if (!isWhole && !isHalf(node)) {
        Optional<Span> same = equal.find(span).filter(to::contains);
        if (same.isPresent()) {
          return same.get();
        }
      }
      Range found =
          isWhole
              ? edges.fit(Token.withoutMarks(links.target(), within), marked, within)
              : translated(node, marked, within);
      if (found == null) {
        return null;
      }
      Span place = Token.span(links.target(), found);
      return new Span(
          node.isClosingHalf() ? to.start() : place.start(),
          node.isOpeningHalf() ? to.end() : place.end());
    }

    private static boolean isHalf(CodeNode node) {
      return node.isClosingHalf() || node.isOpeningHalf();
    }

    private @Nullable Range translated(CodeNode node, Range marked, Range within) {
      Edges given =
          node.isClosingHalf() ? Edges.START : node.isOpeningHalf() ? Edges.END : Edges.NONE;
      Found found = spans.find(marked, within, given);
      if (found.confidence() < MIN_CONFIDENCE) {
        return null;
      }
      Range fitted = edges.fit(found.tokens(), marked, within);
      return isHalf(node) ? fitted : edges.withTitleMarks(fitted, within);
    }

    private boolean isWhole(Range marked, Range whole) {
      return links.source().subList(whole.start(), marked.start()).stream().allMatch(Token::isMark)
          && links.source().subList(marked.end(), whole.end()).stream().allMatch(Token::isMark);
    }

    private Span stripped(Span span) {
      int start = span.start();
      int end = span.end();
      while (start < end && Character.isWhitespace(source.charAt(start))) {
        start++;
      }
      while (end > start && Character.isWhitespace(source.charAt(end - 1))) {
        end--;
      }
      return new Span(start, end);
    }

    private @Nullable Span lone(CodeNode node, Span from, Span to) {
      int offset = node.span().start();
      Range whole = Token.in(links.source(), from);
      Range within = Token.in(links.target(), to);
      int position = Token.in(links.source(), new Span(0, offset)).end();
      List<Token> tokens = links.source();
      if (tokens.subList(whole.start(), position).stream().allMatch(Token::isMark)) {
        return new Span(to.start(), to.start());
      }
      if (tokens.subList(position, whole.end()).stream().allMatch(Token::isMark)) {
        int at = end(position, whole, within);
        return new Span(at, at);
      }
      int before = within.isEmpty() ? -1 : marks.find(position, within);
      if (before <= 0) {
        return null;
      }
      int at = links.target().get(before - 1).span().end();
      return new Span(at, at);
    }

    private int end(int position, Range whole, Range within) {
      int behind = whole.end() - position;
      int trailing = within.end() - Token.withoutMarks(links.target(), within).end();
      boolean last = behind == 0;
      int word = whole.end();
      while (word > whole.start() && links.source().get(word - 1).isMark()) {
        word--;
      }
      boolean first = position == word;
      int skipped = last ? trailing : first ? 0 : Math.min(trailing, position - word);
      return links
          .target()
          .get(Token.withoutMarks(links.target(), within).end() + skipped - 1)
          .span()
          .end();
    }
  }

  /** Finds marked text common to both sentences: names in Latin letters, numbers, program code. */
  static final class EqualText {

    private final String source;
    private final String target;

    EqualText(String source, String target) {
      this.source = source;
      this.target = target;
    }

    /**
     * The place of the same text in the target; empty if it is ambiguous or missing.
     *
     * @param marked in the source, without white space at its ends
     */
    Optional<Span> find(Span marked) {
      String text = marked.of(source);
      if (Han.occursIn(text) || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
        return Optional.empty();
      }
      List<Integer> here = places(text, source);
      List<Integer> there = places(text, target);
      int index = here.indexOf(marked.start());
      if (index < 0 || (there.size() != here.size() && there.size() != 1)) {
        return Optional.empty();
      }
      int start = there.get(there.size() == here.size() ? index : 0);
      return Optional.of(new Span(start, start + text.length()));
    }

    private static List<Integer> places(String part, String text) {
      List<Integer> places = new ArrayList<>();
      int at = text.indexOf(part);
      while (at >= 0) {
        if (isWhole(text, at, at + part.length())) {
          places.add(at);
        }
        at = text.indexOf(part, at + part.length());
      }
      return places;
    }

    private static boolean isWhole(String text, int start, int end) {
      return (start == 0 || !join(text.codePointBefore(start), text.codePointAt(start)))
          && (end == text.length() || !join(text.codePointBefore(end), text.codePointAt(end)));
    }

    private static boolean join(int left, int right) {
      return isLatin(left) && isLatin(right);
    }

    private static boolean isLatin(int c) {
      return Character.isLetterOrDigit(c) && !Han.isHan(c);
    }
  }

  private static final class MarkFinder {

    /** Maximum words tried before the code if the last one has no translation. */
    private static final int MAX_WORDS = 4;

    private static final double OTHER_WEIGHT = 2;

    /** Maximum words skipped to reach the end of a clause. */
    private static final int MAX_WIDER = 10;

    /** Maximum share of a word that may translate text after the code. */
    private static final double MAX_OTHER = 0.4;

    private final WordLinks links;
    private final SpanFinder spans;
    private final double enough;

    MarkFinder(WordLinks links, SpanFinder spans, double enough) {
      this.links = links;
      this.spans = spans;
      this.enough = enough;
    }

    /**
     * The number of target tokens before the code; -1 if it is uncertain.
     *
     * @param position the number of source tokens before it; at least one is a word
     * @param within target tokens; not empty
     */
    int find(int position, Range within) {
      int last = position;
      while (last > 0 && !links.source().get(last - 1).isContent()) {
        last--;
      }
      int first = last;
      for (int n = 0; n < MAX_WORDS && first > 0 && !links.source().get(first - 1).isMark(); n++) {
        first--;
        Found found = spans.find(new Range(first, last), within, Edges.NONE);
        if (found.confidence() >= enough) {
          return extend(found.tokens().end(), first, position, within);
        }
      }
      return -1;
    }

    /** The start of the phrase that ends in a word; prepositions and 的 join its words. */
    private int phrase(int first) {
      List<Token> source = links.source();
      int start = first;
      int at = first - 1;
      boolean joined = true;
      while (at >= 0 && !source.get(at).isMark()) {
        if (source.get(at).isContent()) {
          if (!joined) {
            break;
          }
          start = at;
          joined = source.get(at).kind() == Kind.HAN;
        } else {
          joined |= !FunctionWords.isDeterminer(source.get(at).key());
        }
        at--;
      }
      return start;
    }

    /** Extends the place over words that translate the rest of the phrase before the code. */
    private int extend(int end, int first, int position, Range within) {
      List<Token> source = links.source();
      double[] before = links.shares(new Range(phrase(first), position));
      double[] all = links.shares(new Range(0, source.size()));
      double sum = 0;
      double bestSum = 0;
      int best = end;
      for (int j = end; j < within.end(); j++) {
        Token token = links.target().get(j);
        if (Punctuation.endsClause(token)) {
          break;
        }
        if (token.isContent()) {
          sum += before[j] - OTHER_WEIGHT * (all[j] - before[j]) - 0.1;
        }
        if (sum < -OTHER_WEIGHT) {
          break;
        }
        if (sum > bestSum) {
          bestSum = sum;
          best = j + 1;
        }
      }
      return upToClauseEnd(best, position, all);
    }

    /** Extends the place to the end of the clause if the code is at one. */
    private int upToClauseEnd(int end, int position, double[] all) {
      List<Token> source = links.source();
      if (position == source.size() || !Punctuation.endsClause(source.get(position))) {
        return end;
      }
      int clause = position;
      while (clause > 0 && !Punctuation.endsClause(source.get(clause - 1))) {
        clause--;
      }
      double[] before = links.shares(new Range(clause, position));
      int at = end;
      while (at < all.length && at - end < MAX_WIDER && all[at] - before[at] <= MAX_OTHER) {
        if (Punctuation.endsClause(links.target().get(at))) {
          break;
        }
        at++;
      }
      boolean atEnd = at == all.length || Punctuation.endsClause(links.target().get(at));
      return atEnd ? at : end;
    }
  }

  /** Decides which punctuation marks around a range of the target belong to it. */
  private static final class EdgeMarks {

    private final List<Token> source;
    private final List<Token> target;
    private final List<Range> quoted;

    EdgeMarks(WordLinks links) {
      this.source = links.source();
      this.target = links.target();
      this.quoted = Punctuation.quoted(target);
    }

    /**
     * Adds the adjacent marks that the marked text also has at the same edge.
     *
     * @param found target tokens
     * @param marked source tokens, including marks
     * @param within the target tokens that may be added
     */
    Range fit(Range found, Range marked, Range within) {
      int start = found.start();
      int first = marked.start();
      while (first < marked.end() && source.get(first).isMark()) {
        first++;
      }
      while (first > marked.start()
          && start > within.start()
          && target.get(start - 1).isMark()
          && Punctuation.alike(source.get(first - 1).key(), target.get(start - 1).key())) {
        first--;
        start--;
      }
      int end = found.end();
      int last = marked.end();
      while (last > marked.start() && source.get(last - 1).isMark()) {
        last--;
      }
      while (last < marked.end()
          && end < within.end()
          && target.get(end).isMark()
          && Punctuation.alike(source.get(last).key(), target.get(end).key())) {
        last++;
        end++;
      }
      return balanced(new Range(start, end), within);
    }

    /** Adds the marks 《》 directly around a range: they belong to the title, as italics would. */
    Range withTitleMarks(Range range, Range within) {
      boolean title =
          range.start() > within.start()
              && range.end() < within.end()
              && target.get(range.start() - 1).key().equals("《")
              && target.get(range.end()).key().equals("》");
      return title ? new Range(range.start() - 1, range.end() + 1) : range;
    }

    /** Adds a closing or opening mark if its partner is inside. */
    private Range balanced(Range range, Range within) {
      int start = range.start();
      int end = range.end();
      for (Range inner : quoted) {
        boolean opens = inner.start() > start && inner.start() <= end;
        boolean closes = inner.end() < end && inner.end() >= start;
        if (opens && inner.end() == end && end < within.end()) {
          end++;
        } else if (closes && inner.start() == start && start > within.start()) {
          start--;
        }
      }
      return new Range(start, end);
    }
  }
}
