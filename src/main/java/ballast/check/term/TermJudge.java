package ballast.check.term;

import ballast.bitext.Span;
import ballast.check.PairReading;
import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.ExplainedWords;
import ballast.glossary.Glossary;
import ballast.glossary.Match;
import ballast.glossary.Nearness;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermFinder;
import ballast.glossary.TermHit;
import ballast.glossary.TermMatch;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermPattern;
import ballast.glossary.Whereabouts;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import ballast.links.StretchFinder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Compares pairs of texts with a glossary. Thread-safe; reuse it, because it caches patterns. */
public final class TermJudge {

  /** The number of cached patterns; most terms of a larger glossary hardly ever occur. */
  private static final int MAX_PATTERNS = 30_000;

  /** Below it the words found for a term are a guess. */
  private static final double MIN_CONFIDENCE = 0.3;

  /** From here on they are better than longer words around them that have words of a rendering. */
  private static final double SURE_CONFIDENCE = 0.6;

  /** Words that say less of a term are beside it. */
  private static final double MIN_SHARE = 0.1;

  /** Words that say less of a term may be the end of a compound that says the rest. */
  private static final double MOST = 0.5;

  private final Glossary glossary;
  private final ChineseWords chineseWords;
  private final Renderings renderings;
  private final TermFinder finder;
  private final TermMatcher matcher = new TermMatcher();
  private final Map<Term, TermPattern> patterns = new ConcurrentHashMap<>();
  private final ContextTest context;
  private final CompoundWord compounds;
  private final FreeRendering free;
  private final CrossingWord crossing;
  private final RenderingIndex index;
  private final StretchFinder stretches;

  /** Terms that are forbidden whatever the Chinese text says. */
  private final List<Term> everywhere;

  public TermJudge(Glossary glossary, ChineseWords chineseWords, Renderings renderings) {
    this.glossary = glossary;
    this.chineseWords = chineseWords;
    this.renderings = renderings;
    this.finder = new TermFinder(glossary, chineseWords, renderings);
    this.context = new ContextTest(chineseWords, matcher);
    this.compounds = new CompoundWord(renderings);
    this.free = new FreeRendering(renderings);
    this.crossing = new CrossingWord(renderings);
    this.stretches = new StretchFinder(chineseWords, renderings);
    this.index = new RenderingIndex(glossary, matcher);
    this.everywhere =
        glossary.concepts().stream()
            .filter(concept -> concept.zh().isEmpty())
            .flatMap(concept -> concept.en().stream())
            .toList();
  }

  Glossary glossary() {
    return glossary;
  }

  /** The texts of a pair, to be compared with the glossary. */
  public PairTexts texts(String chinese, String english) {
    return new PairTexts(chinese, english, finder, matcher, stretches);
  }

  /** The matches of an English term, nearest first. */
  List<TermMatch> find(Term term, EnglishText text) {
    return matcher.find(pattern(term), text);
  }

  /** The pattern of a term; patterns are cached. */
  private TermPattern pattern(Term term) {
    TermPattern known = patterns.get(term);
    if (known == null) {
      known = matcher.pattern(term);
      if (patterns.size() < MAX_PATTERNS) {
        patterns.put(term, known);
      }
    }
    return known;
  }

  /**
   * The words that most probably stand for a missing term; empty when nothing speaks for any.
   *
   * @param terms all the terms of the pair
   */
  public List<Span> nearest(TermReading term, List<TermReading> terms, PairTexts texts) {
    List<Double> positions =
        term.chinese().stream()
            .map(place -> (place.start() + place.end()) / 2.0 / texts.chinese().length())
            .toList();
    List<String> words =
        texts.words(term.chinese()).stream()
            .flatMap(place -> place.inside().stream())
            .distinct()
            .toList();
    List<Span> taken =
        terms.stream()
            .filter(other -> !other.equals(term) && other.rendered())
            .flatMap(other -> other.best().stream())
            .map(TermMatch::span)
            .toList();
    Whereabouts whereabouts =
        new Whereabouts(
            positions,
            english ->
                words.stream()
                    .mapToDouble(word -> renderings.probability(word, english))
                    .max()
                    .orElse(0),
            taken);
    List<TermPattern> wanted = term.entry().allowed().stream().map(this::pattern).toList();
    Optional<Span> near = matcher.nearest(wanted, texts.englishText(), whereabouts);
    return linked(term, near, whereabouts, texts).or(() -> near).map(List::of).orElse(List.of());
  }

  /**
   * The words that translate a term by the links of all words of the sentence, if that is sure. If
   * it is less sure, longer words with some of a rendering's are better.
   */
  private Optional<Span> linked(
      TermReading term, Optional<Span> near, Whereabouts whereabouts, PairTexts texts) {
    return texts
        .translation(term.chinese().get(0))
        .filter(found -> found.share() >= MIN_SHARE)
        .filter(
            found ->
                found.confidence()
                    >= (near.isPresent() && near.get().contains(found.span())
                        ? SURE_CONFIDENCE
                        : MIN_CONFIDENCE))
        .filter(found -> whereabouts.taken().stream().noneMatch(found.span()::overlaps))
        .filter(found -> texts.englishText().hasContent(found.span()))
        .map(
            found ->
                matcher.withCompounds(
                    found.span(), found.share() < MOST, texts.englishText(), whereabouts));
  }

  /**
   * Where the English says a term in other words, of which one is a rendering's, while it says it
   * elsewhere as the glossary wants; empty if it stands in the Chinese no more often, or if phrases
   * may share the word of the rendering.
   *
   * @param terms all the terms of the pair
   */
  public Optional<Span> variant(TermReading term, List<TermReading> terms, PairTexts texts) {
    if (term.chinese().size() <= term.timesRendered() || free.sharesHead(term, texts)) {
      return Optional.empty();
    }
    EnglishText text = texts.englishText();
    BitSet taken = new BitSet();
    terms.forEach(other -> other.allowed().forEach(match -> taken.or(match.words())));
    ExplainedWords explained = texts.explained(term.chinese(), renderings);
    List<TermPattern> wanted = term.entry().allowed().stream().map(this::pattern).toList();
    return matcher.variant(wanted, text, at -> !taken.get(at) && !explained.has(at));
  }

  /**
   * Whether the English probably leaves out a missing term on purpose.
   *
   * @param nearest the words that may stand for it
   */
  public boolean isLeftOut(TermReading term, List<Span> nearest, PairTexts texts) {
    return free.isLikely(term, nearest, texts);
  }

  /** The allowed English terms of wanted concepts that stand in a text. */
  public List<RenderingIndex.Found> renderings(EnglishText text, Predicate<List<Concept>> wanted) {
    return index.find(text, false, wanted, this::pattern);
  }

  /** The same, but only terms with several content words. */
  public List<RenderingIndex.Found> phrases(EnglishText text, Predicate<List<Concept>> wanted) {
    return index.find(text, true, wanted, this::pattern);
  }

  /** The matches of terms that are forbidden whatever the Chinese text says. */
  public List<TermMatch> forbiddenEverywhere(PairTexts texts) {
    if (everywhere.isEmpty()) {
      return List.of(); // saves reading the English text
    }
    return everywhere.stream()
        .flatMap(term -> find(term, texts.englishText()).stream())
        .filter(TermJudge::isPlain)
        .toList();
  }

  /** The id of the concept that forbids a term everywhere. */
  public String idOfForbidden(Term term) {
    return glossary.concepts().stream()
        .filter(concept -> concept.zh().isEmpty() && concept.en().contains(term))
        .findFirst()
        .map(Concept::id)
        .orElse("");
  }

  /** See {@link PairReading#terms}. */
  public List<TermReading> judge(PairTexts texts) {
    Map<String, TermEntry> entries = new LinkedHashMap<>();
    Map<String, List<Span>> places = new LinkedHashMap<>();
    for (TermHit hit : texts.scan().hits()) {
      List<Concept> all = hit.entry().concepts();
      List<Concept> meant =
          all.stream().filter(concept -> context.admits(concept.conditions(), texts)).toList();
      if (!meant.isEmpty()) {
        TermEntry entry =
            meant.size() == all.size() ? hit.entry() : new TermEntry(hit.entry().zh(), meant);
        // Two forms of one concept are one term; senses that are excluded here are not.
        String key = entry.id();
        entries.merge(key, entry, TermJudge::joined);
        places.computeIfAbsent(key, k -> new ArrayList<>()).add(hit.span());
      }
    }
    List<TermReading> readings = new ArrayList<>();
    entries.forEach(
        (key, entry) -> {
          TermReading term = reading(entry, places.getOrDefault(key, List.of()), texts);
          boolean silent = term.allowed().isEmpty() && term.forbidden().isEmpty();
          if (!UntranslatedTerm.isName(term.left(), texts.englishText())
              && !(silent && isOtherWord(term, texts))) {
            readings.add(term);
          }
        });
    return RenderingAssignment.of(readings);
  }

  /** Whether the English shows that the characters of a term are, or belong to, another word. */
  private boolean isOtherWord(TermReading term, PairTexts texts) {
    return compounds.isSaid(term.entry(), term.chinese(), texts)
        || texts.hits(term.chinese()).stream().allMatch(hit -> crossing.isSaid(hit, texts));
  }

  private static TermEntry joined(TermEntry one, TermEntry other) {
    if (one == other) {
      return one;
    }
    List<Concept> concepts = new ArrayList<>(one.concepts());
    other.concepts().stream().filter(c -> !concepts.contains(c)).forEach(concepts::add);
    return new TermEntry(one.zh(), concepts);
  }

  private TermReading reading(TermEntry entry, List<Span> places, PairTexts texts) {
    List<TermMatch> forbidden =
        all(entry.forbidden(), texts.englishText()).stream().filter(TermJudge::isPlain).toList();
    List<TermMatch> allowed = new ArrayList<>(all(entry.allowed(), texts.englishText()));
    List<TermMatch> wrong =
        forbidden.stream().filter(f -> allowed.stream().noneMatch(a -> covers(a, f))).toList();
    // "Belt and Road" is not a rendering if it is part of a forbidden "One Belt, One Road".
    allowed.removeIf(match -> wrong.stream().anyMatch(f -> covers(f, match)));
    allowed.sort((one, other) -> one.nearness().compareTo(other.nearness()));
    List<Span> left =
        allowed.isEmpty() ? UntranslatedTerm.of(entry, texts, chineseWords) : List.of();
    return new TermReading(entry, places, allowed, wrong, left, !allowed.isEmpty());
  }

  private List<TermMatch> all(List<Term> terms, EnglishText text) {
    return terms.stream().flatMap(term -> find(term, text).stream()).toList();
  }

  /** Whether a match is close enough for a forbidden term. */
  private static boolean isPlain(TermMatch match) {
    return match.term().use().match() != Match.AUTO
        || match.nearness().compareTo(Nearness.INFLECTED) <= 0;
  }

  private static boolean covers(TermMatch whole, TermMatch part) {
    return whole.span().contains(part.span());
  }
}
