package ballast.mine;

import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermStatus;
import ballast.mine.ChinesePhrases.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a term is called where none of its known renderings stands. */
final class VariantFinder {

  private static final int MOST_FOR_A_TERM = 3;

  /** A rendering that the lexicon knows nothing of stands beside the term as often as this. */
  private static final double MOSTLY_HERE = 0.5;

  /** One that it does know, as often as this. */
  private static final double OFTEN_HERE = 0.1;

  /** So like the term is one that the lexicon knows. */
  private static final double LIKE = 0.4;

  private final MiningTexts texts;
  private final Translations translations;
  private final int least;
  private final EnglishPhrases english;
  private final EnglishWords kinds;
  private final TermMatcher matcher = new TermMatcher();

  VariantFinder(MiningTexts texts, Translations translations, int least) {
    this.texts = texts;
    this.translations = translations;
    this.least = least;
    this.english = new EnglishPhrases(texts, translations, least);
    this.kinds = new EnglishWords(texts);
  }

  /**
   * The renderings, the commonest first.
   *
   * @param missing pairs that have the term and no rendering of it, in order
   * @param explained gets the pairs that have one of those found
   */
  List<Variant> find(TermEntry term, List<Integer> missing, Set<Integer> explained) {
    List<Variant> found = new ArrayList<>();
    List<Integer> words = texts.wordsOf(term.zh());
    Phrase phrase = new Phrase(words);
    phrase.pairs.addAll(missing);
    while (!words.isEmpty() && phrase.pairs.size() >= least && found.size() < MOST_FOR_A_TERM) {
      Optional<Beside> best =
          english.beside(term.zh(), phrase, one -> isVariant(term, phrase, one));
      if (best.isEmpty()) {
        break;
      }
      found.add(variant(term, missing.size(), best.get(), evidence(phrase, best.get())));
      explained.addAll(best.get().pairs());
      phrase.pairs.removeAll(new HashSet<>(best.get().pairs()));
    }
    return found;
  }

  private static Variant variant(TermEntry term, int missing, Beside one, double evidence) {
    return new Variant(
        term, one.en(), missing, one.together(), one.elsewhere(), evidence, one.pairs().get(0));
  }

  private double evidence(Phrase phrase, Beside one) {
    int all = phrase.pairs.size();
    return Association.of(one.together(), all, one.elsewhere(), Math.max(1, texts.size() - all));
  }

  private boolean isVariant(TermEntry term, Phrase phrase, Beside one) {
    double here = (double) one.together() / (one.together() + one.elsewhere());
    return here >= (one.likeness() >= LIKE ? OFTEN_HERE : MOSTLY_HERE)
        && evidence(phrase, one) >= Association.CLEAR
        && !isOfOthers(term, phrase, one)
        && !isKnown(term, one);
  }

  /** Whether it is a form of what the glossary has, allowed or not, or a single word of it. */
  private boolean isKnown(TermEntry term, Beside one) {
    EnglishText text = matcher.read(one.en());
    Term proposed = new Term(one.en(), TermStatus.PROPOSED);
    for (Concept concept : term.concepts()) {
      for (Term known : concept.en()) {
        boolean part =
            (known.isForbidden() || matcher.pattern(proposed).contentWords() == 1)
                && !matcher
                    .findPlain(matcher.pattern(proposed), matcher.read(known.text()))
                    .isEmpty();
        if (part || !matcher.find(matcher.pattern(known), text).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether half of its words translate other words of those texts better than the term's. */
  private boolean isOfOthers(TermEntry term, Phrase phrase, Beside one) {
    int content = 0;
    int others = 0;
    for (int lemma : one.lemmas()) {
      if (kinds.of(lemma) == 0) {
        content++;
        others += isOfOthers(term, phrase, one, texts.word(lemma)) ? 1 : 0;
      }
    }
    return 2 * others >= content;
  }

  private boolean isOfOthers(TermEntry term, Phrase phrase, Beside one, String word) {
    double own = 0;
    for (int zh : phrase.words) {
      own = Math.max(own, translations.probability(texts.word(zh), word));
    }
    int explained = 0;
    for (int pair : one.pairs()) {
      double best = 0;
      for (int zh : texts.pair(pair).zh) {
        if (zh != MiningTexts.BREAK
            && !phrase.words.contains(zh)
            && !texts.word(zh).contains(term.zh())) {
          best = Math.max(best, translations.probability(texts.word(zh), word));
        }
      }
      explained += best > own ? 1 : 0;
    }
    return 2 * explained > one.pairs().size();
  }
}
