package ballast.revise;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two versions of translation units: their translations, and the sources through which they belong
 * together. Units of the same source text translate one source; of the others those whose source
 * texts are alike, as {@link Pairing} finds them.
 *
 * @param old translations before
 * @param revised translations after
 * @param sources what they translate
 */
public record UnitVersions(Version old, Version revised, List<SourceText> sources) {

  public UnitVersions {
    sources = List.copyOf(sources);
  }

  /**
   * Makes versions of units.
   *
   * @param from language of the sources
   * @param to language of the translations
   * @param ordered whether the order of the units means something, as that of a document does
   */
  public static UnitVersions of(
      List<Unit> before,
      List<Unit> after,
      Lang from,
      Lang to,
      boolean ordered,
      ChineseWords words) {
    Sources sources = new Sources(words);
    sources.add(before, after, from, ordered);
    return new UnitVersions(
        version(before, sources.oldNumbers, to, ordered),
        version(after, sources.newNumbers, to, ordered),
        sources.texts);
  }

  private static Version version(
      List<Unit> units, Map<String, Integer> numbers, Lang lang, boolean ordered) {
    List<Sentence> sentences = new ArrayList<>();
    for (Unit unit : units) {
      Integer number = numbers.get(unit.source());
      Set<Integer> sources = number == null ? Set.of() : Set.of(number);
      int block = sentences.size();
      sentences.add(new Sentence(unit.target(), block, BlockType.PARAGRAPH, sources, 0));
    }
    return new Version(lang, sentences, ordered);
  }

  /** Numbers for source texts. */
  private static final class Sources {

    private final ChineseWords words;
    private final List<SourceText> texts = new ArrayList<>();
    private final Map<String, Integer> oldNumbers = new HashMap<>();
    private final Map<String, Integer> newNumbers = new HashMap<>();

    Sources(ChineseWords words) {
      this.words = words;
    }

    void add(List<Unit> before, List<Unit> after, Lang from, boolean ordered) {
      List<String> olds = before.stream().map(Unit::source).distinct().toList();
      List<String> news = after.stream().map(Unit::source).distinct().toList();
      Set<String> oldSet = Set.copyOf(olds);
      Set<String> newSet = Set.copyOf(news);
      Version left = texts(olds, from);
      Version right = texts(news, from);
      if (!ordered) {
        // What both have needs no search; without it the rest is small.
        olds.stream().filter(newSet::contains).forEach(text -> number(text, text));
        left = texts(olds.stream().filter(text -> !newSet.contains(text)).toList(), from);
        right = texts(news.stream().filter(text -> !oldSet.contains(text)).toList(), from);
      }
      for (Pair pair : new Pairing(words).pair(left, right)) {
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

    /** Each a block of its own, so that no two are joined. */
    private static Version texts(List<String> texts, Lang lang) {
      List<Sentence> sentences = new ArrayList<>();
      for (String text : texts) {
        int block = sentences.size();
        sentences.add(new Sentence(text, block, BlockType.PARAGRAPH, Set.of(), 0));
      }
      return new Version(lang, sentences, true);
    }
  }
}
