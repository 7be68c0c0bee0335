package ballast.revise;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.language.ChineseWords;
import ballast.language.matching.PairOrder;
import ballast.revise.UnitSieve.UnitText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two versions of translation units: their translations, and the sources that connect them. Units
 * with equal source texts translate one source, and so do units with similar ones that {@link
 * Pairing} pairs.
 *
 * @param same common units that are not listed
 */
public record UnitVersions(
    TextVersion old,
    TextVersion revised,
    List<SourceText> sources,
    SameSources same,
    SameFiles files) {

  public UnitVersions {
    sources = List.copyOf(sources);
  }

  /** Versions that list all of their sentences. */
  public UnitVersions(TextVersion old, TextVersion revised, List<SourceText> sources) {
    this(old, revised, sources, SameSources.EMPTY, SameFiles.NONE);
  }

  public UnitVersions from(SameFiles sameFiles) {
    return new UnitVersions(old, revised, sources, same, sameFiles);
  }

  /**
   * Returns unordered versions of the units that a sieve has left.
   *
   * @param maxCompared versions with at most this many units are compared completely
   */
  public static UnitVersions of(
      UnitSieve sieve, Lang from, Lang to, int maxCompared, ChineseWords words) {
    UnitSieve.Rest rest = sieve.rest(maxCompared);
    return unordered(rest.old(), rest.revised(), from, to, words, rest.same());
  }

  private static UnitVersions unordered(
      List<UnitText> olds,
      List<UnitText> news,
      Lang from,
      Lang to,
      ChineseWords words,
      SameSources same) {
    Sources sources = new Sources(words);
    Set<String> common = sourcesOf(olds);
    common.retainAll(sourcesOf(news));
    sources.add(olds, news, from, common);
    return of(olds, news, to, false, sources, same);
  }

  /** Returns whether any source is known, so that terms can be checked. */
  public boolean hasSources() {
    return !sources.isEmpty() || !same.isEmpty();
  }

  private static List<UnitText> texts(List<Unit> units) {
    List<UnitText> texts = new ArrayList<>();
    units.forEach(unit -> texts.add(new UnitText(unit.source(), unit.target(), texts.size())));
    return texts;
  }

  /**
   * Makes versions of units.
   *
   * @param from language of the sources
   * @param to language of the translations
   * @param ordered whether the order of the units is significant, as in a document
   */
  public static UnitVersions of(
      List<Unit> before,
      List<Unit> after,
      Lang from,
      Lang to,
      boolean ordered,
      ChineseWords words) {
    List<UnitText> olds = texts(before);
    List<UnitText> news = texts(after);
    if (!ordered) {
      return unordered(olds, news, from, to, words, SameSources.EMPTY);
    }
    Sources sources = new Sources(words);
    sources.add(olds, news, from);
    return of(olds, news, to, true, sources, SameSources.EMPTY);
  }

  private static Set<String> sourcesOf(List<UnitText> units) {
    return units.stream().map(UnitText::source).collect(Collectors.toCollection(HashSet::new));
  }

  private static UnitVersions of(
      List<UnitText> before,
      List<UnitText> after,
      Lang to,
      boolean ordered,
      Sources sources,
      SameSources same) {
    return new UnitVersions(
        version(before, sources.oldNumbers, to, ordered),
        version(after, sources.newNumbers, to, ordered),
        sources.texts,
        same,
        SameFiles.NONE);
  }

  private static TextVersion version(
      List<UnitText> units, Map<String, Integer> numbers, Lang lang, boolean ordered) {
    List<TextVersion.Sentence> sentences = new ArrayList<>();
    for (UnitText unit : units) {
      Integer number = numbers.get(unit.source());
      Set<Integer> sources = number == null ? Set.of() : Set.of(number);
      sentences.add(
          new TextVersion.Sentence(
              unit.target(), unit.position(), BlockType.PARAGRAPH, sources, 0));
    }
    return new TextVersion(lang, sentences, ordered);
  }

  private static final class Sources {

    private final ChineseWords words;
    private final List<SourceText> texts = new ArrayList<>();
    private final Map<String, Integer> oldNumbers = new HashMap<>();
    private final Map<String, Integer> newNumbers = new HashMap<>();

    Sources(ChineseWords words) {
      this.words = words;
    }

    void add(List<UnitText> before, List<UnitText> after, Lang from) {
      pair(texts(distinct(before, Set.of()), from), texts(distinct(after, Set.of()), from));
    }

    /**
     * Adds units in any order. Sources in both versions need no search, which leaves few others.
     */
    void add(List<UnitText> before, List<UnitText> after, Lang from, Set<String> common) {
      Stream.concat(before.stream(), after.stream())
          .map(UnitText::source)
          .filter(common::contains)
          .distinct()
          .forEach(text -> number(text, text));
      pair(texts(distinct(before, common), from), texts(distinct(after, common), from));
    }

    private static List<String> distinct(List<UnitText> units, Set<String> without) {
      return units.stream()
          .map(UnitText::source)
          .distinct()
          .filter(text -> !without.contains(text))
          .toList();
    }

    private void pair(TextVersion left, TextVersion right) {
      for (PairOrder.Pair pair : new Pairing(words).pair(left, right)) {
        String old = pair.old().isEmpty() ? "" : left.sentences().get(pair.old().start()).text();
        String now =
            pair.revised().isEmpty() ? "" : right.sentences().get(pair.revised().start()).text();
        number(old, now);
      }
    }

    private void number(String old, String now) {
      if (!old.isEmpty()) {
        oldNumbers.put(old, texts.size());
      }
      if (!now.isEmpty()) {
        newNumbers.put(now, texts.size());
      }
      texts.add(new SourceText(old, now));
    }

    /** Makes each text a block of its own, so that no two are joined. */
    private static TextVersion texts(List<String> texts, Lang lang) {
      List<TextVersion.Sentence> sentences = new ArrayList<>();
      for (String text : texts) {
        int block = sentences.size();
        sentences.add(new TextVersion.Sentence(text, block, BlockType.PARAGRAPH, Set.of(), 0));
      }
      return new TextVersion(lang, sentences, true);
    }
  }
}
