package ballast.mine;

import ballast.language.Renderings;
import ballast.mine.ChinesePhrases.Phrase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds English renderings of Chinese phrases by co-occurrence and by word translations. */
public final class EnglishPhrases {

  private static final int MAX_WORDS = 7;

  /** Maximum pairs of a frequent phrase that are examined. */
  private static final int MAX_PAIRS = 300;

  /** Maximum English phrases compared for one Chinese phrase. */
  private static final int COMPARED = 40;

  /** Minimum share of a rendering's pairs in which the same longer one contains it. */
  private static final double PART = 0.7;

  /** The same share if the other words of the longer one translate nothing. */
  private static final double SURE = 0.9;

  /** Minimum share of capitalised occurrences of a name. */
  private static final double NAME = 0.7;

  private final MiningTexts texts;
  private final Renderings renderings;
  private final int minCount;
  private final EnglishIndex index;
  private final EnglishWords kinds;

  private static final class Rendering {
    final List<Integer> lemmas;
    int together;
    int last = -1;
    int first = -1;
    int capitals;
    int count;
    double words;
    double score;
    final Map<String, Integer> surfaces = new LinkedHashMap<>();

    Rendering(List<Integer> lemmas) {
      this.lemmas = lemmas;
    }
  }

  EnglishPhrases(MiningTexts texts, Renderings renderings, int minCount, EnglishIndex index) {
    this.index = index;
    this.texts = texts;
    this.renderings = renderings;
    this.minCount = minCount;
    this.kinds = new EnglishWords(texts);
  }

  Optional<Candidate> of(String zh, Phrase phrase) {
    Map<List<Integer>, Rendering> found = new HashMap<>();
    List<Integer> pairs = phrase.pairs.subList(0, Math.min(MAX_PAIRS, phrase.pairs.size()));
    pairs.forEach(pair -> collect(pair, found));
    Rendering best = null;
    for (Rendering rendering : likely(phrase, pairs, found.values())) {
      if (best == null || rendering.score > best.score) {
        best = rendering;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(candidate(zh, phrase, whole(zh, phrase, best, found.values())));
  }

  /**
   * The best acceptable rendering among the English phrases that occur in at least a quarter of the
   * pairs of a Chinese phrase.
   *
   * @return empty if none is acceptable
   */
  Optional<ContextWord> bestRendering(String zh, Phrase phrase, Predicate<ContextWord> wanted) {
    Map<List<Integer>, Rendering> found = new HashMap<>();
    List<Integer> pairs = phrase.pairs.subList(0, Math.min(MAX_PAIRS, phrase.pairs.size()));
    pairs.forEach(pair -> collect(pair, found));
    List<Rendering> likely = likely(phrase, pairs, found.values());
    likely.sort(Comparator.comparingDouble(rendering -> -rendering.score)); // stable
    BitSet all = new BitSet(texts.size());
    phrase.pairs.forEach(all::set);
    for (Rendering part : likely) {
      ContextWord one = contextWord(part, all);
      if (wanted.test(one)) {
        Rendering whole = whole(zh, phrase, part, found.values());
        whole.words = likeness(phrase, whole);
        ContextWord better = contextWord(whole, all);
        return Optional.of(wanted.test(better) ? better : one);
      }
    }
    return Optional.empty();
  }

  private ContextWord contextWord(Rendering rendering, BitSet phrase) {
    List<Integer> everywhere = index.pairs(rendering.lemmas);
    List<Integer> together = everywhere.stream().filter(phrase::get).toList();
    return new ContextWord(
        surface(rendering),
        rendering.lemmas,
        rendering.words,
        everywhere.size() - together.size(),
        together);
  }

  private List<Rendering> likely(Phrase phrase, List<Integer> pairs, Collection<Rendering> found) {
    int minTogether = Math.max(minCount, (int) Math.ceil(0.25 * pairs.size()));
    List<Rendering> likely = new ArrayList<>();
    for (Rendering rendering : found) {
      if (rendering.together >= minTogether) {
        rendering.words = likeness(phrase, rendering);
        likely.add(rendering);
      }
    }
    likely.sort(
        Comparator.comparingDouble((Rendering r) -> -r.words * r.together)
            .thenComparing(r -> r.lemmas.toString()));
    List<Rendering> compared =
        new ArrayList<>(likely.subList(0, Math.min(COMPARED, likely.size())));
    for (Rendering rendering : compared) {
      int everywhere = everywhere(rendering, pairs);
      double dice = 2.0 * rendering.together / (pairs.size() + everywhere);
      rendering.score = Math.pow(dice, 0.6) * rendering.words;
    }
    return compared;
  }

  private Rendering whole(String zh, Phrase phrase, Rendering part, Collection<Rendering> found) {
    Rendering whole = part;
    for (Rendering longer : found) {
      long content = longer.lemmas.stream().filter(lemma -> kinds.of(lemma) == 0).count();
      if (longer.lemmas.size() > whole.lemmas.size()
          && longer.together >= PART * part.together
          && longer.together >= minCount
          && content <= (zh.length() + 2) / 2
          && Collections.indexOfSubList(longer.lemmas, part.lemmas) >= 0
          && (longer.capitals >= NAME * longer.count
              || longer.together >= SURE * part.together
              || likeness(phrase, longer) >= part.words)) {
        whole = longer;
      }
    }
    whole.score = part.score;
    return whole;
  }

  private Candidate candidate(String zh, Phrase phrase, Rendering best) {
    double name = (double) best.capitals / best.count;
    double several = phrase.words.size() > 1 || best.lemmas.size() > 1 ? 1.5 : 1;
    double score = phrase.score * best.score * best.score * (0.7 + 0.8 * name) * several;
    return new Candidate(zh, surface(best), phrase.pairs.size(), best.together, score, best.first);
  }

  private static String surface(Rendering rendering) {
    return rendering.surfaces.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private void collect(int pair, Map<List<Integer>, Rendering> found) {
    int[] lemmas = texts.pair(pair).lemmas;
    for (int at = 0; at < lemmas.length; at++) {
      if (kinds.of(lemmas[at]) != 0) {
        continue;
      }
      List<Integer> words = new ArrayList<>();
      for (int end = at; end < Math.min(lemmas.length, at + MAX_WORDS); end++) {
        int kind = kinds.of(lemmas[end]);
        if (kind > 1) {
          break;
        }
        words.add(lemmas[end]);
        if (kind == 0) {
          Rendering rendering = found.computeIfAbsent(List.copyOf(words), Rendering::new);
          see(rendering, pair, at, end + 1);
        }
      }
    }
  }

  private void see(Rendering rendering, int pair, int from, int to) {
    if (rendering.last != pair) {
      rendering.last = pair;
      rendering.together++;
      rendering.first = rendering.first < 0 ? pair : rendering.first;
    }
    int[] surfaces = texts.pair(pair).surfaces;
    StringBuilder text = new StringBuilder();
    boolean name = from > 0;
    for (int i = from; i < to; i++) {
      String word = texts.word(surfaces[i]);
      boolean joined = text.length() > 0 && "-‑".indexOf(text.charAt(text.length() - 1)) >= 0;
      text.append(i == from || joined ? "" : " ").append(word);
      name &= Character.isUpperCase(word.charAt(0)) || kinds.of(texts.pair(pair).lemmas[i]) == 1;
    }
    rendering.count++;
    rendering.capitals += name ? 1 : 0;
    // The capital of the first word of a sentence is no evidence.
    rendering.surfaces.merge(
        text.toString().replaceAll("['’][sS]?$|[-‑]$", ""), from > 0 ? 3 : 1, Integer::sum);
  }

  private int everywhere(Rendering rendering, List<Integer> pairs) {
    Set<Integer> here = new HashSet<>(pairs);
    return rendering.together
        + (int) index.pairs(rendering.lemmas).stream().filter(pair -> !here.contains(pair)).count();
  }

  /** How well the words of each phrase translate those of the other, in [0.1, 1]. */
  private double likeness(Phrase phrase, Rendering rendering) {
    double chinese = 0;
    double length = 0;
    for (int zh : phrase.words) {
      double best = 0;
      for (int en : rendering.lemmas) {
        best = Math.max(best, likeness(zh, en));
      }
      chinese += best * texts.word(zh).length();
      length += texts.word(zh).length();
    }
    double english = 0;
    int content = 0;
    for (int en : rendering.lemmas) {
      if (kinds.of(en) == 0) {
        double best = 0;
        for (int zh : phrase.words) {
          best = Math.max(best, likeness(zh, en));
        }
        english += best;
        content++;
      }
    }
    return 0.1 + 0.9 * Math.sqrt(chinese / length * (english / content));
  }

  private double likeness(int zh, int en) {
    if (kinds.of(en) != 0) {
      return 0;
    }
    return Math.min(1, 5 * renderings.probability(texts.word(zh), texts.word(en)));
  }

  /**
   * @param zh the phrase as most of the texts write it
   * @param en the most common form of the rendering, as written
   * @param frequency number of pairs that contain the Chinese phrase
   * @param together number of pairs that contain both; at most {@code frequency}
   * @param score higher is better; comparable only within one run
   * @param example index of the first pair that contains both
   */
  public record Candidate(
      String zh, String en, int frequency, int together, double score, int example) {

    Candidate withZh(String form) {
      return new Candidate(form, en, frequency, together, score, example);
    }
  }

  /**
   * @param en its most common form, as written
   * @param likeness how well its words translate those of the Chinese phrase, in [0.1, 1]
   * @param elsewhere number of other pairs that contain it
   * @param pairs of the Chinese phrase that contain it, in order; never empty
   */
  record ContextWord(
      String en, List<Integer> lemmas, double likeness, int elsewhere, List<Integer> pairs) {

    int together() {
      return pairs.size();
    }
  }
}
