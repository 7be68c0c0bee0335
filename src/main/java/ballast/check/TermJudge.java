package ballast.check;

import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.EnglishText;
import ballast.glossary.ExplainedWords;
import ballast.glossary.Glossary;
import ballast.glossary.NearestSearch;
import ballast.glossary.PhraseFinder;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import ballast.glossary.TermEntry;
import ballast.glossary.TermFinder;
import ballast.glossary.TermFinder.TermHit;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermMatcher.Nearness;
import ballast.glossary.TermMatcher.TermMatch;
import ballast.glossary.TermPattern;
import ballast.language.ChineseWords;
import ballast.language.Han;
import ballast.language.IrregularForms;
import ballast.language.Renderings;
import ballast.links.Stretches.StretchFinder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares pairs of texts with a glossary. Thread-safe; reuse it, because it caches patterns. */
public final class TermJudge {

  /** Maximum cached patterns; most terms of a larger glossary hardly ever occur. */
  private static final int MAX_PATTERNS = 30_000;

  /** Minimum confidence; below it the words found for a term are a guess. */
  private static final double MIN_CONFIDENCE = 0.3;

  /** Minimum score to prefer a match over the compound around it. */
  private static final double SURE_CONFIDENCE = 0.6;

  /** Minimum share of a term; words that express less are only next to its rendering. */
  private static final double MIN_SHARE = 0.1;

  /** Minimum share of a term; less may end a compound that expresses the rest. */
  private static final double MOST = 0.5;

  /** Minimum probability of a word's translation; below it are accidents of the training texts. */
  private static final double MIN_TRANSLATION = 0.05;

  /** Endings of adverbs, participles and gerunds. */
  private static final Pattern OF_NO_NOUN = Pattern.compile("(?:ly|ed|ing)\\z");

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

  public PairTexts texts(String chinese, String english) {
    return new PairTexts(chinese, english, finder, matcher, stretches);
  }

  String simplified(String text) {
    return chineseWords.simplified(text);
  }

  List<TermMatch> find(Term term, EnglishText text) {
    return matcher.find(pattern(term), text);
  }

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

  /** The words that most probably translate a missing term; empty if there is no evidence. */
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
    NearestSearch.ExpectedPosition whereabouts =
        new NearestSearch.ExpectedPosition(
            positions,
            english ->
                words.stream()
                    .mapToDouble(word -> renderings.probability(word, english))
                    .max()
                    .orElse(0),
            taken(term, terms));
    List<TermPattern> wanted = term.entry().allowed().stream().map(this::pattern).toList();
    Optional<Span> near = NearestSearch.of(wanted, texts.englishText(), whereabouts);
    return linked(term, near, whereabouts, texts).or(() -> near).map(List::of).orElse(List.of());
  }

  /** Whether a word of the term has a word of these for a translation. */
  boolean mayTranslate(TermReading term, TermMatch match, PairTexts texts) {
    EnglishText text = texts.englishText();
    return texts.words(term.chinese()).stream()
        .flatMap(place -> place.inside().stream())
        .anyMatch(
            word ->
                match.words().stream()
                    .anyMatch(i -> renderings.probability(word, text.forms(i)) >= MIN_TRANSLATION));
  }

  /** The places in the English text of the other terms. */
  private static List<Span> taken(TermReading term, List<TermReading> terms) {
    return terms.stream()
        .filter(other -> !other.equals(term) && other.rendered())
        .flatMap(other -> other.best().stream())
        .map(TermMatch::span)
        .toList();
  }

  /**
   * The words about where the term should be that translate nothing else: probably a rendering that
   * no lexicon has.
   */
  private Optional<Span> unexplained(TermReading term, List<TermReading> terms, PairTexts texts) {
    EnglishText text = texts.englishText();
    ExplainedWords explained = texts.explained(term.chinese(), renderings);
    int words =
        term.entry().allowed().stream()
                .mapToInt(rendering -> pattern(rendering).wordForms().size())
                .max()
                .orElse(1)
            + 1;
    return texts
        .translation(term.chinese().get(0))
        .map(
            found ->
                (text.beginningAt(found.span().start()) + text.endingAt(found.span().end())) / 2)
        .flatMap(
            at ->
                NearestSearch.unexplained(
                    at, words, i -> !explained.has(i), text, taken(term, terms)));
  }

  /**
   * Whether words may be another rendering of a term: they neither begin nor end with a function
   * word, and end like an adverb or a verb only if a rendering does.
   */
  private static boolean mayRender(TermReading term, Span span, EnglishText text) {
    int last = text.endingAt(span.end());
    Matcher ending = OF_NO_NOUN.matcher(text.word(last));
    return text.isContent(text.beginningAt(span.start()))
        && text.isContent(last)
        && IrregularForms.word(text.word(last)).equals(text.word(last))
        && (!ending.find()
            || term.entry().wordings().anyMatch(rendering -> rendering.endsWith(ending.group())));
  }

  /**
   * The translation of a term by the word links of the whole sentence, if that is sure. If it is
   * less sure, longer words with part of a rendering are better.
   */
  private Optional<Span> linked(
      TermReading term,
      Optional<Span> near,
      NearestSearch.ExpectedPosition whereabouts,
      PairTexts texts) {
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
                NearestSearch.withCompounds(
                    found.span(), found.share() < MOST, texts.englishText(), whereabouts));
  }

  /**
   * A place where the English uses other words for a term, including one of a rendering's, although
   * it has a required rendering elsewhere. Empty if the Chinese has the term no more often, or if
   * phrases may share the word of the rendering.
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
   * What stands in the place of a term without a rendering, and how bad that is.
   *
   * @param nearest empty if nothing was found there
   */
  public record Missing(List<Span> nearest, Severity severity) {}

  public Missing missing(TermReading term, List<TermReading> terms, PairTexts texts) {
    List<Span> nearest = nearest(term, terms, texts);
    if (free.isLikely(term, nearest, texts)) {
      return new Missing(nearest, Severity.INFO);
    }
    if (!nearest.isEmpty()) {
      return new Missing(nearest, Severity.ERROR);
    }
    Optional<Span> other =
        FreeRendering.isUnclear(term, texts) ? Optional.empty() : unexplained(term, terms, texts);
    boolean isWell = FreeRendering.isWellTranslated(texts);
    if (other.isEmpty() || (isWell && !mayRender(term, other.get(), texts.englishText()))) {
      return new Missing(List.of(), Severity.INFO);
    }
    return new Missing(List.of(other.get()), isWell ? Severity.WARNING : Severity.ERROR);
  }

  public List<RenderingIndex.Found> renderings(EnglishText text, Predicate<List<Concept>> wanted) {
    return index.find(text, false, wanted, this::pattern);
  }

  /** The allowed English terms of several content words. */
  public List<RenderingIndex.Found> phrases(EnglishText text, Predicate<List<Concept>> wanted) {
    return index.find(text, true, wanted, this::pattern);
  }

  /** The matches of terms forbidden regardless of the Chinese text. */
  public List<TermMatch> forbiddenEverywhere(PairTexts texts) {
    if (everywhere.isEmpty()) {
      return List.of(); // avoids analysing the English text
    }
    return everywhere.stream()
        .flatMap(term -> find(term, texts.englishText()).stream())
        .filter(TermJudge::isPlain)
        .toList();
  }

  public String idOfForbidden(Term term) {
    return glossary.concepts().stream()
        .filter(concept -> concept.zh().isEmpty() && concept.en().contains(term))
        .findFirst()
        .map(Concept::id)
        .orElse("");
  }

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
        // Two forms of one concept are one term; excluded senses are not part of it.
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

  /** Whether the English shows that the characters of a term are another word, or part of one. */
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

  private static boolean isPlain(TermMatch match) {
    return match.term().use().match() != Term.Match.AUTO
        || match.nearness().compareTo(Nearness.INFLECTED) <= 0;
  }

  private static boolean covers(TermMatch whole, TermMatch part) {
    return whole.span().contains(part.span());
  }

  private static final class ContextTest {

    private final PhraseFinder chinese;
    private final TermMatcher english;
    private final Map<String, TermPattern> patterns = new ConcurrentHashMap<>();

    ContextTest(ChineseWords chineseWords, TermMatcher english) {
      this.chinese = new PhraseFinder(chineseWords);
      this.english = english;
    }

    boolean admits(Conditions conditions, PairTexts texts) {
      return (conditions.onlyIf().isEmpty() || hasOne(conditions.onlyIf(), texts))
          && !hasOne(conditions.notIf(), texts);
    }

    private boolean hasOne(List<String> phrases, PairTexts texts) {
      for (String phrase : phrases) {
        TermPattern pattern = patterns.computeIfAbsent(phrase, this::pattern);
        if (chinese.contains(texts.chinese(), phrase)
            || !english.find(pattern, texts.englishText()).isEmpty()) {
          return true;
        }
      }
      return false;
    }

    private TermPattern pattern(String phrase) {
      TermUse use = new TermUse(Term.Match.INFLECTED, false, "");
      return english.pattern(
          new Term(phrase, TermStatus.PREFERRED, use, Remarks.NONE, Location.UNKNOWN));
    }
  }

  /**
   * Recognises characters that only look like a term where two words meet, as the English shows:
   * 公共卫生 in 公共卫生间, "public washroom".
   */
  private record CrossingWord(Renderings renderings) {

    private static final double MIN_PROBABILITY = 0.1;

    /**
     * Whether the English has a translation of a word across an edge of the term, but not of a word
     * of the term.
     */
    boolean isSaid(TermHit hit, PairTexts texts) {
      return texts.scan().words().isCrossed(hit.span(), word -> isSaid(word, hit, texts));
    }

    private boolean isSaid(String word, TermHit hit, PairTexts texts) {
      EnglishText text = texts.englishText();
      return IntStream.range(0, text.size())
          .filter(text::isContent)
          .filter(i -> renderings.probability(word, text.forms(i)) >= MIN_PROBABILITY)
          .anyMatch(
              i ->
                  hit.words().inside().stream()
                      .allMatch(
                          inside ->
                              renderings.probability(inside, text.forms(i)) < MIN_PROBABILITY));
    }
  }

  /** Finds a Chinese term left in the English text, in characters or in pinyin. */
  private record UntranslatedTerm(ChineseWords chineseWords, EnglishText text) {

    static List<Span> of(TermEntry entry, PairTexts texts, ChineseWords chineseWords) {
      List<String> forms =
          entry.concepts().stream()
              .flatMap(concept -> concept.zhForms().stream())
              .distinct()
              .toList();
      if (Han.occursIn(texts.english())) {
        PhraseFinder finder = new PhraseFinder(chineseWords);
        for (String form : forms) {
          Optional<Span> characters = finder.find(texts.english(), form);
          if (characters.isPresent()) {
            return List.of(characters.get());
          }
        }
      }
      UntranslatedTerm search = new UntranslatedTerm(chineseWords, texts.englishText());
      return forms.stream().flatMap(form -> search.pinyin(form).stream()).limit(1).toList();
    }

    /**
     * Whether the term's characters are part of a name here: 中立 in 罗中立 (Luo Zhongli). Only a
     * capital in the middle of a name shows this.
     */
    static boolean isName(List<Span> left, EnglishText text) {
      return left.stream().anyMatch(span -> isInName(span, text));
    }

    private static boolean isInName(Span span, EnglishText text) {
      String raw = text.raw();
      for (int i = 1; i < text.size(); i++) {
        Span previous = text.span(i - 1, i);
        if (text.span(i, i + 1).start() == span.start()) {
          return previous.end() + 1 == span.start()
              && Character.isUpperCase(raw.charAt(previous.start()))
              && Character.isUpperCase(raw.charAt(span.start()));
        }
      }
      return false;
    }

    /**
     * The words that together read like the term in pinyin; one-character terms have too many
     * readings.
     */
    private Optional<Span> pinyin(String form) {
      int[] characters = form.codePoints().toArray();
      if (characters.length < 2) {
        return Optional.empty();
      }
      List<String> first = chineseWords.readings(characters[0]);
      for (int start = 0; start < text.size(); start++) {
        if (first.stream().noneMatch(text.word(start)::startsWith)) {
          continue;
        }
        StringBuilder letters = new StringBuilder();
        for (int end = start + 1; end <= text.size() && end - start <= characters.length; end++) {
          letters.append(text.word(end - 1));
          if (reads(characters, 0, letters, 0)) {
            return Optional.of(text.span(start, end));
          }
        }
      }
      return Optional.empty();
    }

    private boolean reads(int[] characters, int character, CharSequence letters, int at) {
      if (character == characters.length) {
        return at == letters.length();
      }
      for (String reading : chineseWords.readings(characters[character])) {
        if (letters.length() - at >= reading.length()
            && reading.contentEquals(letters.subSequence(at, at + reading.length()))
            && reads(characters, character + 1, letters, at + reading.length())) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Assigns each term of a text a rendering of its own, to as many terms as possible: the
   * "development" inside "peaceful development" does not also count for 发展. Two terms may share the
   * head of their renderings ("economic and trade cooperation") or all the words, but no rendering
   * may be inside another.
   */
  private static final class RenderingAssignment {

    private static final int MAX_STEPS = 20_000;

    /** Maximum renderings; a text with more is a whole document, where terms are not assigned. */
    private static final int MAX_MATCHES = 300;

    private final List<TermReading> terms;
    private final @Nullable TermMatch[] chosen;
    private boolean[] best = new boolean[0];
    private int bestCount = -1;
    private int steps;

    private RenderingAssignment(List<TermReading> terms) {
      this.terms = terms;
      this.chosen = new TermMatch[terms.size()];
    }

    static List<TermReading> of(List<TermReading> terms) {
      int matches = terms.stream().mapToInt(term -> term.allowed().size()).sum();
      if (terms.size() < 2 || matches > MAX_MATCHES || !anyInside(terms)) {
        return terms;
      }
      RenderingAssignment assignment = new RenderingAssignment(terms);
      assignment.assign(0, 0);
      List<TermReading> result = new ArrayList<>();
      for (int i = 0; i < terms.size(); i++) {
        result.add(terms.get(i).withRendered(assignment.best[i]));
      }
      return result;
    }

    private static boolean anyInside(List<TermReading> terms) {
      for (int i = 0; i < terms.size(); i++) {
        for (int k = 0; k < terms.size(); k++) {
          List<TermMatch> otherMatches = terms.get(k).allowed();
          if (i != k
              && terms.get(i).allowed().stream()
                  .anyMatch(match -> otherMatches.stream().anyMatch(match::isInside))) {
            return true;
          }
        }
      }
      return false;
    }

    private void assign(int term, int count) {
      if (count + terms.size() - term <= bestCount || steps++ > MAX_STEPS) {
        return;
      }
      if (term == terms.size()) {
        bestCount = count;
        best = new boolean[term];
        for (int i = 0; i < term; i++) {
          best[i] = chosen[i] != null;
        }
        return;
      }
      for (TermMatch match : terms.get(term).allowed()) {
        if (isFree(match, term)) {
          chosen[term] = match;
          assign(term + 1, count + 1);
          chosen[term] = null;
        }
      }
      assign(term + 1, count);
    }

    private boolean isFree(TermMatch match, int terms) {
      for (int i = 0; i < terms; i++) {
        TermMatch other = chosen[i];
        if (other != null && (match.isInside(other) || other.isInside(match))) {
          return false;
        }
      }
      return true;
    }
  }
}
