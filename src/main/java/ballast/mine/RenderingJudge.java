package ballast.mine;

import ballast.language.Renderings;
import ballast.mine.ChinesePhrases.Phrase;

/** Judges whether an English phrase that occurs together with a Chinese one is its rendering. */
final class RenderingJudge {

  /**
   * The least share of its occurrences that a rendering unknown to the lexicon has beside the
   * phrase.
   */
  private static final double MOSTLY_HERE = 0.5;

  /** The same share for a rendering that the lexicon knows. */
  private static final double OFTEN_HERE = 0.1;

  /** The least likeness of a rendering that the lexicon knows. */
  private static final double LIKE = 0.4;

  /** The probability of a translation that gives this likeness; see {@link EnglishPhrases}. */
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

  /** Whether it clearly occurs with the phrase rather than elsewhere. */
  boolean isClear(Phrase phrase, ContextWord one) {
    double here = (double) one.together() / (one.together() + one.elsewhere());
    return here >= (isLike(one) ? OFTEN_HERE : MOSTLY_HERE)
        && evidence(phrase, one) >= Association.CLEAR;
  }

  double evidence(Phrase phrase, ContextWord one) {
    int all = phrase.pairs.size();
    return Association.of(one.together(), all, one.elsewhere(), Math.max(1, texts.size() - all));
  }

  /**
   * Whether at least half of its words translate other words of the texts better than those of the
   * phrase.
   */
  boolean translatesOtherWords(String zh, Phrase phrase, ContextWord one) {
    int content = 0;
    int functionWords = 0;
    for (int lemma : one.lemmas()) {
      if (kinds.of(lemma) == 0) {
        content++;
        functionWords += translatesOtherWords(zh, phrase, one, texts.word(lemma)) ? 1 : 0;
      }
    }
    return 2 * functionWords >= content;
  }

  private boolean translatesOtherWords(String zh, Phrase phrase, ContextWord one, String word) {
    double phraseProbability = renderings.probability(zh, word);
    for (int part : phrase.words) {
      phraseProbability =
          Math.max(phraseProbability, renderings.probability(texts.word(part), word));
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
      explained += best > phraseProbability ? 1 : 0;
    }
    return 2 * explained > one.pairs().size();
  }

  /**
   * Whether the rendering of a longer phrase merely shows another rendering of the term inside it:
   * "national security" shows one of 国家, "cooperative" none of 合作.
   *
   * @param whole the longer phrase
   */
  boolean showsTermRendering(
      String zh, Phrase term, String whole, Phrase phrase, ContextWord name) {
    for (int lemma : name.lemmas()) {
      String word = texts.word(lemma);
      double termProbability = kinds.of(lemma) == 0 ? renderings.probability(zh, word) : 0;
      for (int part : term.words) {
        termProbability = Math.max(termProbability, renderings.probability(texts.word(part), word));
      }
      double phraseProbability = renderings.probability(whole, word);
      for (int part : phrase.words) {
        if (!zh.contains(texts.word(part))) {
          phraseProbability =
              Math.max(phraseProbability, renderings.probability(texts.word(part), word));
        }
      }
      if (termProbability >= KNOWN && termProbability > phraseProbability) {
        return true;
      }
    }
    return false;
  }
}
