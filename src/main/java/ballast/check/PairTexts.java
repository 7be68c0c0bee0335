package ballast.check;

import ballast.glossary.EnglishText;
import ballast.glossary.TermFinder;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermScan;
import org.jspecify.annotations.Nullable;

/** The Chinese and the English text of a pair, each read when first asked for. For one thread. */
final class PairTexts {

  private final String chinese;
  private final String english;
  private final TermFinder finder;
  private final TermMatcher matcher;
  private @Nullable EnglishText englishText;
  private @Nullable TermScan scan;

  PairTexts(String chinese, String english, TermFinder finder, TermMatcher matcher) {
    this.chinese = chinese;
    this.english = english;
    this.finder = finder;
    this.matcher = matcher;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }

  /** The English text cut into words. */
  EnglishText englishText() {
    if (englishText == null) {
      englishText = matcher.read(english);
    }
    return englishText;
  }

  /** What the Chinese text has of the glossary. */
  TermScan scan() {
    if (scan == null) {
      scan = finder.scan(chinese);
    }
    return scan;
  }
}
