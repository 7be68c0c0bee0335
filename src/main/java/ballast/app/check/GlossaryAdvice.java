package ballast.app.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.language.Inflection;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists words that often occur where a rendering is missing, and suggests a remedy. */
public final class GlossaryAdvice {

  static final String REMEDY =
      "tell the glossary once: another rendering (en_variants), or longer phrases in which the term"
          + " is not meant (not_in)";

  /** Maximum words at the end of the text output, and on a page. */
  private static final int NAMED = 3;

  private static final int ON_A_PAGE = 10;

  private GlossaryAdvice() {}

  /** Two lines of plain text; none if there is no advice. */
  public static List<String> lines(FindingReport report) {
    List<UnlistedRendering> unlisted = UnlistedRendering.of(report.all());
    if (unlisted.isEmpty()) {
      return List.of();
    }
    String words =
        unlisted.stream()
            .limit(NAMED)
            .map(one -> one.zh() + " \"" + one.words() + "\" " + times(one))
            .collect(Collectors.joining(", "));
    return List.of("often where a rendering is missing: " + words, "if that is right, " + REMEDY);
  }

  static List<UnlistedRendering> onPage(FindingReport report) {
    return UnlistedRendering.of(report.all()).stream().limit(ON_A_PAGE).toList();
  }

  static String times(UnlistedRendering one) {
    return "(" + one.times() + " times)";
  }

  /**
   * English words that repeatedly occur where a rendering of a term is missing. They are either
   * another rendering or another sense of the Chinese, to be added to the glossary once.
   *
   * @param term id of the concept
   * @param zh the Chinese text at the first occurrence
   * @param words the English text at the first occurrence
   * @param times number of findings with these words, in any inflected form
   */
  public record UnlistedRendering(String term, String zh, String words, int times) {

    /** Minimum findings; a rarer rendering may be a slip. */
    private static final int MIN_TIMES = 4;

    private static final String RULE = "term-missing";

    /** The unlisted renderings of findings other than hints, the commonest first. */
    public static List<UnlistedRendering> of(Collection<LocatedFinding> findings) {
      Map<String, UnlistedRendering> all = new LinkedHashMap<>();
      for (LocatedFinding one : findings) {
        in(one)
            .ifPresent(
                found ->
                    all.merge(
                        found.term() + '\t' + key(found.words()),
                        found,
                        (known, next) -> known.oneMore()));
      }
      return all.values().stream()
          .filter(one -> one.times() >= MIN_TIMES)
          .sorted(Comparator.comparingInt(UnlistedRendering::times).reversed())
          .toList();
    }

    private static Optional<UnlistedRendering> in(LocatedFinding located) {
      Finding finding = located.finding();
      Passage passage = located.place().value();
      boolean into = passage.targetLang().isEnglish();
      List<Span> chinese = into ? finding.spans().source() : finding.spans().target();
      List<Span> english = into ? finding.spans().target() : finding.spans().source();
      if (!finding.rule().equals(RULE)
          || finding.severity() == Severity.INFO
          || chinese.isEmpty()
          || english.isEmpty()) {
        return Optional.empty();
      }
      String zh = chinese.get(0).of(into ? passage.source() : passage.target());
      String words = english.get(0).of(into ? passage.target() : passage.source());
      return Optional.of(new UnlistedRendering(finding.term(), zh, words, 1));
    }

    private UnlistedRendering oneMore() {
      return new UnlistedRendering(term, zh, words, times + 1);
    }

    private static String key(String words) {
      String lower = words.toLowerCase(Locale.ROOT);
      int last = lower.lastIndexOf(' ') + 1;
      String base =
          Inflection.words(lower.substring(last)).stream()
              .min(Comparator.comparingInt(String::length).thenComparing(word -> word))
              .orElse("");
      return lower.substring(0, last) + base;
    }
  }
}
