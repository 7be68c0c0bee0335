package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.ExplainedWords;
import ballast.glossary.HanRuns.TermWords;
import ballast.glossary.TermFinder;
import ballast.glossary.TermFinder.TermHit;
import ballast.glossary.TermFinder.TermScan;
import ballast.glossary.TermMatcher;
import ballast.language.Renderings;
import ballast.links.Stretches;
import ballast.links.Stretches.StretchFinder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Chinese and the English text of a pair, each analysed on first use. For one thread. */
public final class PairTexts {

  private final String chinese;
  private final String english;
  private final TermFinder finder;
  private final TermMatcher matcher;
  private final StretchFinder linker;
  private @Nullable EnglishText englishText;
  private @Nullable TermScan scan;
  private @Nullable Stretches stretches;

  PairTexts(
      String chinese,
      String english,
      TermFinder finder,
      TermMatcher matcher,
      StretchFinder linker) {
    this.chinese = chinese;
    this.english = english;
    this.finder = finder;
    this.matcher = matcher;
    this.linker = linker;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }

  public EnglishText englishText() {
    if (englishText == null) {
      englishText = matcher.read(english);
    }
    return englishText;
  }

  public TermScan scan() {
    if (scan == null) {
      scan = finder.scan(chinese);
    }
    return scan;
  }

  List<TermHit> hits(List<Span> places) {
    Set<Span> wanted = new HashSet<>(places);
    return scan().hits().stream().filter(hit -> wanted.contains(hit.span())).toList();
  }

  List<TermWords> words(List<Span> places) {
    return hits(places).stream().map(TermHit::words).toList();
  }

  Optional<Stretches.Found> translation(Span place) {
    return stretches().find(place);
  }

  /** The share of the words of the Chinese text that are translated, 0 to 1. */
  double translated() {
    return stretches().share();
  }

  private Stretches stretches() {
    if (stretches == null) {
      Set<Integer> cuts = new HashSet<>();
      for (TermHit hit : scan().hits()) {
        cuts.add(hit.span().start());
        cuts.add(hit.span().end());
      }
      stretches = linker.in(chinese, cuts, english);
    }
    return stretches;
  }

  ExplainedWords explained(List<Span> places, Renderings renderings) {
    return new ExplainedWords(chinese, scan().words().around(places), englishText(), renderings);
  }
}
