package ballast.mine;

import ballast.language.Renderings;
import ballast.mine.ChinesePhrases.Phrase;

/** Judges whether English that stands beside a Chinese phrase is what the phrase is called. */
final class RenderingJudge {

  /** A rendering that the lexicon knows nothing of stands beside the phrase as often as this. */
  private static final double MOSTLY_HERE = 0.5;

  /** One that it does know, as often as this. */
  private static final double OFTEN_HERE = 0.1;

  /** So like the phrase is one that the lexicon knows. */
  private static final double LIKE = 0.4;

  /** A translation as probable as this is like; see {@link EnglishPhrases}. */
  private static final double KNOWN = LIKE / 5;

  private final MiningTexts texts;
  private final Renderings renderings;
  private final EnglishWords kinds;

  RenderingJudge(MiningTexts texts, Renderings renderings) {
    this.texts = texts;
    this.renderings = renderings;
    this.kinds = new EnglishWords(texts);
  }

  static boolean isLike(ContextWord one) {
    return one.likeness() >= LIKE;
  }

  /** Whether it stands beside the phrase rather than elsewhere. */
  boolean isClear(Phrase phrase, ContextWord one) {
    double here = (double) one.together() / (one.together() + one.elsewhere());
    return here >= (isLike(one) ? OFTEN_HERE : MOSTLY_HERE)
        && evidence(phrase, one) >= Association.CLEAR;
  }

  double evidence(Phrase phrase, ContextWord one) {
    int all = phrase.pairs.size();
    return Association.of(one.together(), all, one.elsewhere(), Math.max(1, texts.size() - all));
  }

  /** Whether half of its words translate other words of those texts better than the phrase's. */
  boolean isOfOthers(String zh, Phrase phrase, ContextWord one) {
    int content = 0;
    int others = 0;
    for (int lemma : one.lemmas()) {
      if (kinds.of(lemma) == 0) {
        content++;
        others += isOfOthers(zh, phrase, one, texts.word(lemma)) ? 1 : 0;
      }
    }
    return 2 * others >= content;
  }

  private boolean isOfOthers(String zh, Phrase phrase, ContextWord one, String word) {
    double own = renderings.probability(zh, word);
    for (int part : phrase.words) {
      own = Math.max(own, renderings.probability(texts.word(part), word));
    }
    int explained = 0;
    for (int pair : one.pairs()) {
      double best = 0;
      for (int other : texts.pair(pair).zh) {
        if (other != MiningTexts.BREAK
            && !phrase.words.contains(other)
            && !texts.word(other).contains(zh)) {
          best = Math.max(best, renderings.probability(texts.word(other), word));
        }
      }
      explained += best > own ? 1 : 0;
    }
    return 2 * explained > one.pairs().size();
  }

  /**
   * Whether the name of a longer phrase only says that the term inside may be called something
   * else: "national security" says so of 国家, "cooperative" nothing of 合作.
   *
   * @param whole the longer phrase
   */
  boolean isOfTerm(String zh, Phrase term, String whole, Phrase phrase, ContextWord name) {
    for (int lemma : name.lemmas()) {
      String word = texts.word(lemma);
      double own = kinds.of(lemma) == 0 ? renderings.probability(zh, word) : 0;
      for (int part : term.words) {
        own = Math.max(own, renderings.probability(texts.word(part), word));
      }
      double other = renderings.probability(whole, word);
      for (int part : phrase.words) {
        if (!zh.contains(texts.word(part))) {
          other = Math.max(other, renderings.probability(texts.word(part), word));
        }
      }
      if (own >= KNOWN && own > other) {
        return true;
      }
    }
    return false;
  }
}
