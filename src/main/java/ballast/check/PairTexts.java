package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.ExplainedWords;
import ballast.glossary.TermFinder;
import ballast.glossary.TermHit;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermScan;
import ballast.glossary.TermWords;
import ballast.language.Renderings;
import java.util.List;
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

  /** The terms at these places. */
  List<TermHit> hits(List<Span> places) {
    return scan().hits().stream().filter(hit -> places.contains(hit.span())).toList();
  }

  /** The Chinese words of the terms at these places. */
  List<TermWords> words(List<Span> places) {
    return hits(places).stream().map(TermHit::words).toList();
  }

  /** Which English words others than those at these places account for. */
  ExplainedWords explained(List<Span> places, Renderings renderings) {
    return new ExplainedWords(chinese, scan().words().around(places), englishText(), renderings);
  }
}
