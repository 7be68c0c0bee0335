package ballast.check;

import ballast.bitext.Span;
import ballast.check.Occurrence.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies rules first to each pair by itself, which gives findings and traits, then to the pairs
 * whose traits have a key in common. {@link Checker} combines both steps in one process; a corpus
 * divided among many processes combines them by itself. Thread-safe.
 */
public final class PairChecker {

  /** Maximum length of a text, in code points, to apply all rules. */
  public static final int MAX_LENGTH = 3_000;

  /** Maximum findings of one rule listed for one pair. */
  private static final int MAX_OF_A_RULE = 50;

  private final TermJudge judge;

  /** Those that compare pairs last. */
  private final List<Rule> rules;

  /**
   * @param reading the analysed pair; null if it is not in Chinese and English
   * @param findings in the order of the rules and of the text
   * @param traits features to compare with other pairs, in the same order
   */
  public record Result(
      @Nullable PairReading reading,
      List<LocatedFinding> findings,
      List<Trait> traits,
      List<Unchecked> unchecked) {

    public Result {
      findings = List.copyOf(findings);
      traits = List.copyOf(traits);
      unchecked = List.copyOf(unchecked);
    }
  }

  private final class Attempt {

    private final CheckedPair<Passage> place;
    private final PairReading reading;
    private final boolean isLong;
    private final Map<String, Unchecked> unchecked = new LinkedHashMap<>();

    private Attempt(CheckedPair<Passage> place) {
      this.place = place;
      this.reading = new PairReading(place.value(), judge);
      this.isLong = isLong(place.value().source()) || isLong(place.value().target());
    }

    private static boolean isLong(String text) {
      return text.length() > MAX_LENGTH && text.codePointCount(0, text.length()) > MAX_LENGTH;
    }

    /**
     * Applies a rule, unless the pair is too long for it. Records any failure, because a bug in
     * Ballast on one pair must not hide the problems of the others.
     */
    void apply(Rule rule, Runnable work) {
      if (isLong && !rule.has(Rule.Feature.CHEAP)) {
        note(rule, "longer than %,d characters".formatted(MAX_LENGTH), null);
        return;
      }
      try {
        work.run();
      } catch (RuntimeException | StackOverflowError e) {
        note(rule, "internal error in Ballast (" + e.getClass().getSimpleName() + ")", e);
      }
    }

    private void note(Rule rule, String reason, @Nullable Throwable mistake) {
      Unchecked known = unchecked.get(reason);
      Set<String> rules = new LinkedHashSet<>(known == null ? List.of() : known.rules());
      rules.add(rule.id());
      Throwable first = known == null ? mistake : known.mistake();
      unchecked.put(reason, new Unchecked(place, List.copyOf(rules), reason, first));
    }

    List<Unchecked> unchecked() {
      return List.copyOf(unchecked.values());
    }
  }

  public PairChecker(TermJudge judge, List<Rule> rules) {
    this.judge = judge;
    this.rules = rules.stream().sorted(Comparator.comparing(CorpusRule.class::isInstance)).toList();
  }

  /** Checks a pair. A pair that is not in Chinese and English has no findings. */
  public Result check(CheckedPair<Passage> place) {
    if (!place.value().isChineseAndEnglish()) {
      return new Result(null, List.of(), List.of(), List.of());
    }
    Attempt attempt = new Attempt(place);
    List<Rule> fitting = rules.stream().filter(rule -> isFor(rule, place.value())).toList();
    List<LocatedFinding> findings = new ArrayList<>();
    for (Rule rule : fitting) {
      attempt.apply(
          rule,
          () ->
              findings(rule, attempt.reading)
                  .forEach(finding -> findings.add(new LocatedFinding(finding, place))));
    }
    List<Trait> traits = new ArrayList<>();
    for (Rule rule : fitting) {
      if (rule instanceof CorpusRule corpusRule) {
        attempt.apply(rule, () -> traits.addAll(corpusRule.traits(attempt.reading)));
      }
    }
    return new Result(attempt.reading, findings, traits, attempt.unchecked());
  }

  /**
   * Compares pairs that have the same key, whichever process has read them.
   *
   * @param id of the rule
   * @param same in ascending order: the first pair of each variant. If the rule has a limited
   *     reach, all pairs, each within reach of the next.
   * @return the findings in the order of the pairs
   */
  public List<LocatedFinding> compare(String id, String key, List<Occurrence> same) {
    CorpusRule rule = Rules.comparing(id);
    return rule.compare(same.stream().map(one -> read(rule, key, one)).toList()).stream()
        .map(CorpusRule.Difference::located)
        .toList();
  }

  private Occurrence read(CorpusRule rule, String key, Occurrence one) {
    return rule.traits(new PairReading(one.passage(), judge)).stream()
        .filter(trait -> trait.key().equals(key) && trait.variant().equals(one.variant()))
        .findFirst()
        .map(trait -> one.with(trait.term()))
        .orElseThrow();
  }

  private static boolean isFor(Rule rule, Passage passage) {
    boolean translated = !passage.target().isBlank() || rule.has(Rule.Feature.NEEDS_NO_TRANSLATION);
    return translated && !(passage.source().isBlank() && rule.needsSource());
  }

  private static List<Finding> findings(Rule rule, PairReading reading) {
    List<Finding> all = rule.check(reading);
    return rule instanceof CorpusRule ? all : listed(outsideCode(all, reading.passage().code()));
  }

  private static List<Finding> outsideCode(List<Finding> all, Finding.Spans code) {
    if (code.source().isEmpty() && code.target().isEmpty()) {
      return all;
    }
    return all.stream().filter(finding -> !isInside(finding.spans(), code)).toList();
  }

  private static boolean isInside(Finding.Spans spans, Finding.Spans code) {
    boolean any = !spans.source().isEmpty() || !spans.target().isEmpty();
    return any
        && isInside(spans.source(), code.source())
        && isInside(spans.target(), code.target());
  }

  private static boolean isInside(List<Span> spans, List<Span> code) {
    return spans.stream().allMatch(span -> code.stream().anyMatch(one -> one.contains(span)));
  }

  private static List<Finding> listed(List<Finding> all) {
    if (all.size() <= MAX_OF_A_RULE + 1) {
      return all;
    }
    List<Finding> listed = new ArrayList<>(all.subList(0, MAX_OF_A_RULE));
    Finding last = all.get(MAX_OF_A_RULE);
    int more = all.size() - MAX_OF_A_RULE - 1;
    listed.add(
        new Finding(
            last.rule(),
            last.severity(),
            last.spans(),
            "%s (and %d more finding%s in this pair)"
                .formatted(last.message(), more, more == 1 ? "" : "s"),
            List.of(),
            last.term()));
    return listed;
  }

  /**
   * Rules that were not applied to a pair.
   *
   * @param rules ids of the rules, in their order; never empty
   * @param reason half a line
   * @param mistake the failure of a rule, which is a bug in Ballast; null if the pair is too long
   */
  public record Unchecked(
      CheckedPair<Passage> place, List<String> rules, String reason, @Nullable Throwable mistake) {

    public Unchecked {
      rules = List.copyOf(rules);
    }

    public String message() {
      return place.target().at(0) + ": not checked by " + String.join(", ", rules) + ": " + reason;
    }
  }
}
