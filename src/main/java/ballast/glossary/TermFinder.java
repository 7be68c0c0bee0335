package ballast.glossary;

import ballast.bitext.Span;
import ballast.glossary.HanRuns.TermWords;
import ballast.language.ChineseWords;
import ballast.language.FunctionWords.ChineseFunctionWords;
import ballast.language.Renderings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Chinese terms of a glossary in texts. Immutable and thread-safe. Takes time linear in
 * the length of the text and the number of occurrences, regardless of the size of the glossary.
 *
 * <p>Width, traditional characters, capitals, quotation marks and line breaks are ignored. The
 * characters of a term count as a hit if they form whole words ({@code WordEdges}) and are not in
 * code ({@code CodeSpans}), not inside a phrase that the concept excludes, and not inside a longer
 * hit. Of two hits that merely overlap, both count.
 */
public final class TermFinder {

  private static final class Phrase {
    final int[] characters;
    final Set<Concept> guarded = new LinkedHashSet<>(1);
    final List<String> forms = new ArrayList<>(1);

    Phrase(int[] characters) {
      this.characters = characters;
    }
  }

  private record Occurrence(int phrase, int from, int to) {

    boolean contains(Occurrence other) {
      return from <= other.from && other.to <= to;
    }

    boolean isLongerThan(Occurrence other) {
      return to - from > other.to - other.from;
    }
  }

  private final ChineseWords chineseWords;
  private final Renderings renderings;
  private final PhraseAutomaton automaton;

  /** Indexed by phrase number; null for a phrase that is only a guard. */
  private final List<@Nullable TermEntry> entries = new ArrayList<>();

  private final List<Set<Concept>> guarded = new ArrayList<>();

  public TermFinder(Glossary glossary, ChineseWords chineseWords, Renderings renderings) {
    this.chineseWords = chineseWords;
    this.renderings = renderings;
    Map<String, Phrase> phrases = new LinkedHashMap<>();
    for (String form : glossary.zhForms()) {
      phrase(form, phrases).forms.add(form);
    }
    for (Concept concept : glossary.concepts()) {
      for (String guard : concept.conditions().notIn()) {
        phrase(guard, phrases).guarded.add(concept);
      }
    }
    List<int[]> characters = new ArrayList<>();
    for (Phrase phrase : phrases.values()) {
      characters.add(phrase.characters);
      entries.add(entry(phrase.forms, glossary));
      guarded.add(Set.copyOf(phrase.guarded));
    }
    this.automaton = new PhraseAutomaton(characters);
  }

  private Phrase phrase(String written, Map<String, Phrase> phrases) {
    int[] characters = HanText.of(written, chineseWords).codePoints();
    String key = new String(characters, 0, characters.length);
    return phrases.computeIfAbsent(key, k -> new Phrase(characters));
  }

  /** One entry for all forms that are equal under folding; null if there are none. */
  private static @Nullable TermEntry entry(List<String> forms, Glossary glossary) {
    if (forms.isEmpty()) {
      return null;
    }
    Set<Concept> concepts = new LinkedHashSet<>();
    forms.forEach(form -> concepts.addAll(glossary.judgedTogether(form)));
    return new TermEntry(forms.get(0), List.copyOf(concepts));
  }

  /** The terms in a raw text, by ascending start, the longer first if starts are equal. */
  public List<TermHit> find(String chinese) {
    return scan(chinese).hits();
  }

  /** The terms in a text as in {@link #find}, and all concepts with characters in it. */
  public TermScan scan(String chinese) {
    HanText text = HanText.of(chinese, chineseWords);
    List<Occurrence> found = new ArrayList<>();
    automaton.find(text, (phrase, from, to) -> found.add(new Occurrence(phrase, from, to)));
    if (found.isEmpty()) {
      return TermScan.NONE;
    }
    Set<Concept> standing = new HashSet<>();
    for (Occurrence occurrence : found) {
      TermEntry entry = entries.get(occurrence.phrase());
      if (entry != null) {
        standing.addAll(entry.concepts());
      }
    }
    HanRuns runs = new HanRuns(text, chineseWords);
    WordEdges edges = new WordEdges(text, chineseWords, runs);
    List<TermHit> hits = hits(text, CodeSpans.of(chinese), found, edges, runs);
    return new TermScan(hits, standing, new HanWords(text, runs));
  }

  private List<TermHit> hits(
      HanText text, CodeSpans code, List<Occurrence> found, WordEdges edges, HanRuns runs) {
    found.sort(
        (one, other) ->
            one.from != other.from
                ? Integer.compare(one.from, other.from)
                : Integer.compare(other.to, one.to));
    List<Occurrence> terms =
        found.stream()
            .filter(one -> isTerm(one, edges) && !code.contain(text.span(one.from(), one.to())))
            .toList();
    Guards guards = new Guards(found);
    List<TermHit> hits = new ArrayList<>();
    int reach = 0;
    for (Occurrence term : terms) {
      // Sorted by start, longer first, so an inner occurrence always comes after the outer one.
      if (term.to() > reach) {
        TermEntry entry = unguarded(term, guards);
        if (entry != null) {
          Span span = text.span(term.from(), term.to());
          hits.add(new TermHit(entry, span, runs.words(term.from(), term.to())));
        }
        reach = term.to();
      }
    }
    return hits;
  }

  /** The guard phrases of a text; queried for terms by ascending start. */
  private final class Guards {

    /** In order of ascending start. */
    private final List<Occurrence> all;

    private final int longest;

    /** Number of phrases that begin no later than the last term queried. */
    private int begun;

    Guards(List<Occurrence> found) {
      all = found.stream().filter(one -> !guarded.get(one.phrase()).isEmpty()).toList();
      longest = all.stream().mapToInt(one -> one.to() - one.from()).max().orElse(0);
    }

    /** The concepts that do not count for a term because a longer phrase surrounds it. */
    Set<Concept> around(Occurrence term) {
      while (begun < all.size() && all.get(begun).from() <= term.from()) {
        begun++;
      }
      Set<Concept> excluded = new HashSet<>();
      for (int i = begun - 1; i >= 0 && all.get(i).from() >= term.to() - longest; i--) {
        Occurrence other = all.get(i);
        if (other.isLongerThan(term) && other.contains(term)) {
          excluded.addAll(guarded.get(other.phrase()));
        }
      }
      return excluded;
    }
  }

  private boolean isTerm(Occurrence occurrence, WordEdges edges) {
    TermEntry entry = entries.get(occurrence.phrase());
    return entry != null
        && edges.isTerm(
            occurrence.from(),
            occurrence.to(),
            word -> entry.allowed().stream().anyMatch(en -> renderings.renders(word, en.text())));
  }

  /** The term with the concepts that no phrase around it excludes; null if none is left. */
  private @Nullable TermEntry unguarded(Occurrence term, Guards guards) {
    TermEntry entry = entries.get(term.phrase());
    Set<Concept> excluded = guards.around(term);
    if (entry == null || excluded.isEmpty()) {
      return entry;
    }
    List<Concept> meant = entry.concepts().stream().filter(c -> !excluded.contains(c)).toList();
    return meant.isEmpty() ? null : new TermEntry(entry.zh(), meant);
  }

  /**
   * Finds all occurrences of many phrases in one pass (A. V. Aho & M. J. Corasick 1975), over code
   * points. Immutable after construction; takes time linear in the length of the text and the
   * number of occurrences.
   */
  static final class PhraseAutomaton {

    @FunctionalInterface
    interface Visitor {
      void found(int phrase, int from, int to);
    }

    private static final int NONE = -1;
    private static final int CODE_POINT_BITS = 21;

    /** Targets of the root's edges for the basic plane, where most steps begin. */
    private final int[] fromRoot = new int[Character.MAX_VALUE + 1];

    private long[] edges = new long[1 << 10];
    private int[] edgeTargets = new int[1 << 10];
    private int edgeCount;

    private int[] fail = new int[256];

    /** The phrase that ends at a node, or {@link #NONE}. */
    private int[] phraseAt = new int[256];

    /** The nearest node along the fail links at which a phrase ends; 0 if there is none. */
    private int[] nextHit = new int[256];

    private int nodes = 1;
    private final int[] lengths;

    /**
     * @param phrases as code points; empty ones and repeats of earlier ones are never found
     */
    PhraseAutomaton(List<int[]> phrases) {
      lengths = new int[phrases.size()];
      phraseAt[0] = NONE;
      List<int[]> order = new ArrayList<>();
      for (int i = 0; i < phrases.size(); i++) {
        lengths[i] = phrases.get(i).length;
        add(phrases.get(i), i, order);
      }
      link(order);
    }

    private void add(int[] phrase, int number, List<int[]> created) {
      int node = 0;
      for (int i = 0; i < phrase.length; i++) {
        int next = target(node, phrase[i]);
        if (next == NONE) {
          next = newNode();
          put(node, phrase[i], next);
          created.add(new int[] {node, phrase[i], next, i});
        }
        node = next;
      }
      if (node != 0 && phraseAt[node] == NONE) {
        phraseAt[node] = number;
      }
    }

    /** Sets the fail links level by level, because they depend on those of shorter prefixes. */
    private void link(List<int[]> created) {
      created.sort((one, other) -> Integer.compare(one[3], other[3]));
      for (int[] edge : created) {
        int parent = edge[0];
        int node = edge[2];
        int link = 0;
        if (parent != 0) {
          int from = fail[parent];
          while (from != 0 && target(from, edge[1]) == NONE) {
            from = fail[from];
          }
          int target = target(from, edge[1]);
          link = target == NONE ? 0 : target;
        }
        fail[node] = link;
        nextHit[node] = phraseAt[link] == NONE ? nextHit[link] : link;
      }
    }

    /** Visits every occurrence in a text, by ascending end, the longest first if ends are equal. */
    void find(HanText text, Visitor visitor) {
      int node = 0;
      for (int at = 0; at < text.length(); at++) {
        int c = text.codePoint(at);
        int next = step(node, c);
        while (next == NONE && node != 0) {
          node = fail[node];
          next = step(node, c);
        }
        node = next == NONE ? 0 : next;
        int hit = phraseAt[node] == NONE ? nextHit[node] : node;
        while (hit != 0) {
          int phrase = phraseAt[hit];
          visitor.found(phrase, at + 1 - lengths[phrase], at + 1);
          hit = nextHit[hit];
        }
      }
    }

    private int newNode() {
      if (nodes == fail.length) {
        fail = Arrays.copyOf(fail, nodes * 2);
        phraseAt = Arrays.copyOf(phraseAt, nodes * 2);
        nextHit = Arrays.copyOf(nextHit, nodes * 2);
      }
      phraseAt[nodes] = NONE;
      return nodes++;
    }

    /** The same as {@link #target}, faster, once all edges are built. */
    private int step(int node, int codePoint) {
      if (node == 0 && codePoint < fromRoot.length) {
        return fromRoot[codePoint] == 0 ? NONE : fromRoot[codePoint];
      }
      return target(node, codePoint);
    }

    private int target(int node, int codePoint) {
      long key = key(node, codePoint);
      int mask = edges.length - 1;
      int slot = slot(key, mask);
      while (edges[slot] != 0) {
        if (edges[slot] == key) {
          return edgeTargets[slot];
        }
        slot = (slot + 1) & mask;
      }
      return NONE;
    }

    private void put(int node, int codePoint, int target) {
      if (2 * ++edgeCount > edges.length) {
        grow();
      }
      insert(key(node, codePoint), target);
      if (node == 0 && codePoint < fromRoot.length) {
        fromRoot[codePoint] = target;
      }
    }

    private void insert(long key, int target) {
      int mask = edges.length - 1;
      int slot = slot(key, mask);
      while (edges[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      edges[slot] = key;
      edgeTargets[slot] = target;
    }

    private void grow() {
      long[] keys = edges;
      int[] targets = edgeTargets;
      edges = new long[keys.length * 2];
      edgeTargets = new int[keys.length * 2];
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] != 0) {
          insert(keys[i], targets[i]);
        }
      }
    }

    /** Never 0, because no phrase begins with the character NUL. */
    private static long key(int node, int codePoint) {
      return (((long) node + 1) << CODE_POINT_BITS) | codePoint;
    }

    private static int slot(long key, int mask) {
      long mixed = key * 0x9E3779B97F4A7C15L;
      return (int) (mixed >>> 32) & mask;
    }
  }

  /**
   * @param entry the term, with only the concepts that count at this place
   */
  public record TermHit(TermEntry entry, Span span, TermWords words) {}

  /**
   * The terms and concepts of a glossary that occur in a Chinese text.
   *
   * @param standing the concepts with a term whose characters occur in the text, even if they do
   *     not count there
   */
  public record TermScan(List<TermHit> hits, Set<Concept> standing, HanWords words) {

    static final TermScan NONE = new TermScan(List.of(), Set.of(), HanWords.NONE);

    public TermScan {
      hits = List.copyOf(hits);
      standing = Set.copyOf(standing);
    }
  }

  /**
   * The parts of a text that are program code or formulas, in which terms are not judged: between
   * backticks, between dollar signs as in Markdown and TeX ({@code $x$}, not "$5 and $6"), between
   * {@code <code>} tags, and words that look like code: {@code get_value}, {@code java.lang},
   * {@code f()}, {@code a::b}, links. Immutable.
   */
  private static final class CodeSpans {

    private static final CodeSpans NONE = new CodeSpans(List.of());

    /** The lengths are limited, so that a mark without its partner costs little. */
    private static final Pattern MARKED =
        Pattern.compile(
            "(?<!`)(`{1,3})(?!`)(?s:.{1,2000}?)(?<!`)\\1(?!`)"
                + "|(?<![$\\\\])\\$(?=[^\\s$])[^$\\n]{0,500}(?<=[^\\s\\\\])\\$(?![\\d$])"
                + "|<code>[^<]{1,2000}</code>");

    private static final Pattern WORD = Pattern.compile("[!-~]{3,200}");

    private static final Pattern CODE_WORD =
        Pattern.compile("\\w_\\w|\\w::\\w|\\w\\(\\)|[a-z]{2}\\.[a-z]{2}|://");

    private final List<Span> spans;

    private CodeSpans(List<Span> spans) {
      this.spans = List.copyOf(spans);
    }

    static CodeSpans of(String text) {
      boolean mayHave = false;
      for (int i = 0; i < text.length() && !mayHave; i++) {
        mayHave = "`$<_:.(".indexOf(text.charAt(i)) >= 0;
      }
      if (!mayHave) {
        return NONE;
      }
      List<Span> spans = new ArrayList<>();
      for (Matcher marked = MARKED.matcher(text); marked.find(); ) {
        spans.add(new Span(marked.start(), marked.end()));
      }
      for (Matcher word = WORD.matcher(text); word.find(); ) {
        if (CODE_WORD.matcher(word.group()).find()) {
          spans.add(new Span(word.start(), word.end()));
        }
      }
      return spans.isEmpty() ? NONE : new CodeSpans(spans);
    }

    boolean contain(Span place) {
      return spans.stream().anyMatch(span -> span.contains(place));
    }
  }

  /** The content words of a Chinese text. Splits each run of characters only once. */
  public record HanWords(HanText text, HanRuns runs) {

    /** Maximum distance of a word from a term, in characters. */
    private static final int MAX_DISTANCE = 60;

    /** The same for a word that may also follow the term in the other language. */
    private static final int MAX_DISTANCE_AFTER = 12;

    /** Maximum characters outside the term of a word that crosses its edge. */
    private static final int MAX_OUTSIDE = 2;

    static final HanWords NONE = of(HanText.of("", ChineseWords.NONE), ChineseWords.NONE);

    private static HanWords of(HanText text, ChineseWords chineseWords) {
      return new HanWords(text, new HanRuns(text, chineseWords));
    }

    /** The simplified words near some places that overlap none of them. */
    public List<String> around(List<Span> places) {
      return words(
          word ->
              places.stream().noneMatch(word::overlaps)
                  && places.stream().anyMatch(place -> isNear(word, place)));
    }

    /** The words soon after a place, simplified. */
    public List<String> after(Span place) {
      return words(
          word -> place.end() <= word.start() && word.start() < place.end() + MAX_DISTANCE_AFTER);
    }

    /**
     * Whether one of certain words crosses an edge of a place, in a cut that is hardly less
     * probable: 卫生间 in 公共卫生间 crosses the place 公共卫生. A compound with a whole word of the place does
     * not count: 合作关系 after 务实.
     *
     * @param certain whether a run of characters, simplified, is such a word
     */
    public boolean isCrossed(Span place, Predicate<String> certain) {
      int from = text.positionAt(place.start());
      int to = text.positionAt(place.end());
      for (int inside = from + 1; inside < to; inside++) {
        for (int outside = 1; outside <= MAX_OUTSIDE && !runs.isEdge(inside); outside++) {
          if (isWord(from - outside, inside, from - outside, to, certain)
              || isWord(inside, to + outside, from, to + outside, certain)) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether the characters are one of certain words in a likely cut of those around them. */
    private boolean isWord(int start, int end, int from, int to, Predicate<String> certain) {
      return from >= 0
          && to <= text.length()
          && certain.test(text.text(start, end))
          && runs.mayBeCut(from, start, end, to);
    }

    /** The simplified words that begin directly after a place, or one character later to skip 的. */
    public List<String> next(Span place) {
      return words(word -> place.end() <= word.start() && word.start() <= place.end() + 1);
    }

    private static boolean isNear(Span word, Span place) {
      return word.start() < place.end() + MAX_DISTANCE && place.start() < word.end() + MAX_DISTANCE;
    }

    private List<String> words(Predicate<Span> wanted) {
      List<String> words = new ArrayList<>();
      int start = 0;
      for (int at = 1; at <= text.length(); at++) {
        if (text.isHanAt(at - 1) && (at == text.length() || runs.isEdge(at))) {
          String word = text.text(start, at);
          if (wanted.test(text.span(start, at)) && !ChineseFunctionWords.has(word)) {
            words.add(word);
          }
          start = at;
        } else if (!text.isHanAt(at - 1)) {
          start = at;
        }
      }
      return words;
    }
  }
}
