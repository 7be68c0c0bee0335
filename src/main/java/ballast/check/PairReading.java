package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.number.ComparedNumber;
import ballast.check.number.NumberReading;
import ballast.check.term.PairTexts;
import ballast.check.term.TermEvidence;
import ballast.check.term.TermJudge;
import ballast.check.term.TermReading;
import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pair of texts with the analyses that several rules need, made on demand. For one thread. */
public final class PairReading {

  private final Passage passage;
  private final TermJudge judge;
  private final boolean intoEnglish;
  private final PairTexts texts;
  private @Nullable List<TermReading> terms;

  /**
   * @param passage Chinese and English, with a translation
   */
  public PairReading(Passage passage, TermJudge judge) {
    this.passage = passage;
    this.judge = judge;
    this.intoEnglish = passage.targetLang().isEnglish();
    this.texts =
        intoEnglish
            ? judge.texts(passage.source(), passage.target())
            : judge.texts(passage.target(), passage.source());
  }

  /**
   * The same pair as if the glossary had only this term.
   *
   * @param term id of the concept; empty for all terms
   */
  PairReading about(String term) {
    if (term.isEmpty()) {
      return this;
    }
    PairReading reading = new PairReading(passage, judge);
    reading.terms = terms().stream().filter(one -> one.entry().id().equals(term)).toList();
    return reading;
  }

  Passage passage() {
    return passage;
  }

  /** Whether the translation is the English text. */
  boolean isIntoEnglish() {
    return intoEnglish;
  }

  public String chinese() {
    return texts.chinese();
  }

  String english() {
    return texts.english();
  }

  /** The English text cut into words. */
  EnglishText englishText() {
    return texts.englishText();
  }

  /** The glossary's terms in the Chinese text, each once, in order of first occurrence. */
  public List<TermReading> terms() {
    if (terms == null) {
      terms = judge.judge(texts);
    }
    return terms;
  }

  /**
   * Where the English says a term in other words, though elsewhere as the glossary wants; see
   * {@link TermJudge#variant}. Empty beside a rendering that the glossary forbids.
   */
  Optional<Span> variant(TermReading term) {
    boolean isAsWanted = term.rendered() && term.forbidden().isEmpty() && term.left().isEmpty();
    return isAsWanted ? judge.variant(term, terms(), texts) : Optional.empty();
  }

  /** The glossary that {@link #terms} come from. */
  TermJudge judge() {
    return judge;
  }

  /** The same two texts, whichever is the source. */
  PairTexts texts() {
    return texts;
  }

  /**
   * Whether the Chinese text contains the characters of a term of these concepts, even if in
   * another sense.
   */
  boolean hasOneOf(List<Concept> concepts) {
    return concepts.stream().anyMatch(texts.scan().standing()::contains);
  }

  List<ComparedNumber> sourceNumbers() {
    return NumberReading.of(passage.source());
  }

  List<ComparedNumber> targetNumbers() {
    return NumberReading.of(passage.target());
  }

  /** A finding about places in the Chinese and in the English text, whichever is the source. */
  Finding finding(
      Rule rule, String term, List<Span> inChinese, List<Span> inEnglish, String message) {
    return finding(rule, new TermEvidence(term, inChinese, inEnglish, List.of()), message);
  }

  /** The same with suggestions. */
  Finding finding(Rule rule, TermEvidence evidence, String message) {
    return finding(passage, rule.id(), rule.severity(), evidence, message);
  }

  /** The same for a pair without an analysis. */
  static Finding finding(
      Passage passage, String rule, Severity severity, TermEvidence evidence, String message) {
    boolean intoEnglish = passage.targetLang().isEnglish();
    return new Finding(
        rule,
        severity,
        intoEnglish
            ? new Finding.Spans(evidence.chinese(), evidence.english())
            : new Finding.Spans(evidence.english(), evidence.chinese()),
        message,
        evidence.suggestions(),
        evidence.term());
  }

  /** A finding about places in the translation only. */
  Finding inTarget(Rule rule, List<Span> places, String message) {
    return new Finding(
        rule.id(),
        rule.severity(),
        Finding.Spans.inTarget(places),
        message,
        List.of(),
        /* term= */ "");
  }
}
