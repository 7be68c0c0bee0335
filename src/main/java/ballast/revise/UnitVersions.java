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
    Set<String> common = sourcesOf(rest.old());
    common.retainAll(sourcesOf(rest.revised()));
    Sources sources = new Sources(words);
    sources.add(rest.old(), rest.revised(), from, common);
    return new UnitVersions(
        version(rest.old(), sources.oldNumbers, to, /* ordered= */ false),
        version(rest.revised(), sources.newNumbers, to, /* ordered= */ false),
        sources.texts,
        rest.same(),
        SameFiles.NONE);
  }

  /** Returns versions of the units of a document, with significant order. */
  public static UnitVersions of(
      List<Unit> before, List<Unit> after, Lang from, Lang to, ChineseWords words) {
    List<UnitText> olds = texts(before);
    List<UnitText> news = texts(after);
    Sources sources = new Sources(words);
    sources.add(olds, news, from, Set.of());
    return new UnitVersions(
        version(olds, sources.oldNumbers, to, /* ordered= */ true),
        version(news, sources.newNumbers, to, /* ordered= */ true),
        sources.texts);
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

  private static Set<String> sourcesOf(List<UnitText> units) {
    return units.stream().map(UnitText::source).collect(Collectors.toCollection(HashSet::new));
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

    /**
     * @param common sources in both versions, which need no search if the order does not matter
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
