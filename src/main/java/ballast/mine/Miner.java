package ballast.mine;

import ballast.language.Renderings;
import ballast.mine.ChinesePhrases.Phrase;
import ballast.mine.EnglishPhrases.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds candidates for new terms of a glossary. Deterministic. */
public final class Miner {

  /** Chinese phrases examined for each requested candidate. */
  private static final int BREADTH = 20;

  private static final int MIN_PHRASES = 2_000;

  private final MiningTexts texts;
  private final Renderings renderings;

  public Miner(MiningTexts texts, Renderings renderings) {
    this.texts = texts;
    this.renderings = renderings;
  }

  /**
   * The best candidates, best first.
   *
   * @param minCount minimum number of pairs that contain both a term and its translation; at least
   *     2
   * @param known Chinese terms that are already in a glossary, in simplified characters
   */
  public List<Candidate> mine(int limit, int minCount, Set<String> known) {
    if (limit < 1 || minCount < 2) {
      throw new IllegalArgumentException("limit " + limit + ", minCount " + minCount);
    }
    ChinesePhrases phrases = new ChinesePhrases(texts, minCount);
    EnglishPhrases english =
        new EnglishPhrases(texts, renderings, minCount, new EnglishIndex(texts));
    List<Candidate> all = new ArrayList<>();
    Map<String, Phrase> byText = new HashMap<>();
    for (Phrase phrase : phrases.best(Math.max(MIN_PHRASES, BREADTH * limit))) {
      String zh = phrases.text(phrase);
      if (!known.contains(zh)) {
        english.of(zh, phrase).ifPresent(all::add);
        byText.putIfAbsent(zh, phrase);
      }
    }
    all.sort(
        Comparator.comparingDouble((Candidate one) -> -one.score()).thenComparing(Candidate::zh));
    return distinct(all, limit).stream()
        .map(one -> one.withZh(phrases.written(Objects.requireNonNull(byText.get(one.zh())))))
        .toList();
  }

  /** Keeps the better one of a phrase and a part of it with the same English rendering. */
  private static List<Candidate> distinct(List<Candidate> all, int limit) {
    List<Candidate> kept = new ArrayList<>();
    Set<String> zhTexts = new HashSet<>();
    for (Candidate one : all) {
      if (kept.size() < limit && kept.stream().noneMatch(other -> isSame(one, other))) {
        if (zhTexts.add(one.zh())) {
          kept.add(one);
        }
      }
    }
    return kept;
  }

  private static boolean isSame(Candidate one, Candidate other) {
    boolean nested = one.zh().contains(other.zh()) || other.zh().contains(one.zh());
    return nested && one.en().equalsIgnoreCase(other.en());
  }
}
