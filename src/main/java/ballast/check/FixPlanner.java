package ballast.check;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Span;
import ballast.check.FixedForm.UnsafeFix;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.TermMatcher.Nearness;
import ballast.glossary.TermMatcher.TermMatch;
import ballast.language.Han;
import ballast.language.IndefiniteArticle;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plans the correction of spaces and marks, and the replacement of a forbidden rendering, or of a
 * Chinese term left in the text, if that is safe: the preferred term in the same form, with the
 * same capitals and the right article. Leaves uncertain cases to the user, with the reason.
 * Thread-safe.
 *
 * @param isConfirmed whether a person has said that the words in place of missing terms are wrong
 */
public record FixPlanner(TermJudge judge, boolean isConfirmed) {

  private static final Set<String> CONCERNED =
      Set.of(TermRules.FORBIDDEN, TermRules.MISSING, TermRules.UNTRANSLATED);

  private static final Set<String> BEFORE_ONE =
      Set.of("a", "an", "this", "that", "each", "every", "another");

  private static final Comparator<Term> BY_STATUS = Comparator.comparing(Term::status);

  static boolean concerns(Finding finding) {
    return CONCERNED.contains(finding.rule()) || StyleRules.IDS.contains(finding.rule());
  }

  FixPlan plan(LocatedFinding checked) {
    try {
      return FixPlan.of(checked, fix(checked));
    } catch (UnsafeFix e) {
      return FixPlan.leave(checked, e.reason());
    }
  }

  private TextEdit fix(LocatedFinding checked) throws UnsafeFix {
    Finding finding = checked.finding();
    if (StyleRules.IDS.contains(finding.rule())) {
      return new TextEdit(finding.spans().target().get(0), finding.suggestions().get(0));
    }
    if (finding.rule().equals(TermRules.MISSING) && !isConfirmed) {
      throw new UnsafeFix("it is not clear which words translate it");
    }
    PairReading reading = new PairReading(checked.place().value(), judge);
    if (!reading.isIntoEnglish()) {
      throw new UnsafeFix("only English translations are corrected");
    }
    return switch (finding.rule()) {
      case TermRules.UNTRANSLATED -> ofLeft(finding, reading);
      case TermRules.MISSING -> ofMissing(checked, reading);
      default -> ofForbidden(finding, reading);
    };
  }

  /** A Chinese term in English text shows no number, so the word before it must. */
  private static TextEdit ofLeft(Finding finding, PairReading reading) throws UnsafeFix {
    String text = reading.english();
    Span span = finding.spans().target().get(0);
    if (!span.of(text).codePoints().allMatch(Han::isHan)) {
      throw new UnsafeFix("it may be a name");
    }
    Term right = preferred(termOf(finding, reading));
    EnglishContext around = new EnglishContext(text, span);
    if (!around.objection().isEmpty()) {
      throw new UnsafeFix(around.objection());
    }
    if (!BEFORE_ONE.contains(around.previous().toLowerCase(Locale.ROOT))
        || right.text().matches("(?i)(?:the|an?)\\s.*")) {
      throw new UnsafeFix("it is not clear whether it is singular or plural");
    }
    if (!text.substring(span.end()).matches("(?s)|[\\s.,;:!?].*")) {
      throw new UnsafeFix("it is part of a longer word");
    }
    return edit(span, right.text(), around);
  }

  /** Takes the words that stand in a term's place for a form of a rendering. */
  private static TextEdit ofMissing(LocatedFinding checked, PairReading reading) throws UnsafeFix {
    Optional<Span> place = Decision.place(checked);
    if (place.isEmpty()) {
      throw new UnsafeFix("nothing was found in its place");
    }
    String text = reading.english();
    String found = place.get().of(text);
    EnglishContext around = new EnglishContext(text, place.get());
    if (!around.objection().isEmpty()) {
      throw new UnsafeFix(around.objection());
    }
    Term right = preferred(termOf(checked.finding(), reading));
    Term wrong = new Term(FixedForm.base(found), TermStatus.FORBIDDEN);
    return withArticle(
        place.get(),
        new FixedForm(wrong, right, found, around).text(),
        wrong.text(),
        found,
        around);
  }

  private static TextEdit ofForbidden(Finding finding, PairReading reading) throws UnsafeFix {
    Span span = finding.spans().target().get(0);
    TermReading term = termOf(finding, reading);
    TermMatch match = matchAt(span, term);
    requireOneMeaning(match, term, reading);
    Term right = preferred(term);
    String text = reading.english();
    String found = span.of(text);
    requireTogether(match, found);
    EnglishContext around = new EnglishContext(text, span);
    if (!around.objection().isEmpty()) {
      throw new UnsafeFix(around.objection());
    }
    String form = new FixedForm(match.term(), right, found, around).text();
    if (around.isPossessive() && form.endsWith("s") != found.endsWith("s")) {
      throw new UnsafeFix("the possessive would change");
    }
    return withArticle(span, form, match.term().text(), found, around);
  }

  private static TermReading termOf(Finding finding, PairReading reading) throws UnsafeFix {
    Optional<TermReading> term =
        reading.terms().stream().filter(t -> t.entry().id().equals(finding.term())).findFirst();
    if (finding.spans().source().isEmpty() || term.isEmpty()) {
      throw new UnsafeFix("the glossary has nothing to put in its place");
    }
    return term.get();
  }

  private static TermMatch matchAt(Span span, TermReading term) throws UnsafeFix {
    return term.forbidden().stream()
        .filter(match -> match.span().equals(span))
        .min((one, other) -> one.nearness().compareTo(other.nearness()))
        .orElseThrow(() -> new UnsafeFix("it is not the only problem there"));
  }

  /** Requires that these words render only this term. */
  private static void requireOneMeaning(TermMatch match, TermReading term, PairReading reading)
      throws UnsafeFix {
    for (TermReading other : reading.terms()) {
      for (TermMatch otherMatch : other.allowed()) {
        if (!other.entry().id().equals(term.entry().id())
            && otherMatch.words().intersects(match.words())) {
          throw new UnsafeFix("it may be " + other.entry().zh() + " as well");
        }
      }
    }
    long places =
        term.forbidden().stream().map(TermMatch::span).distinct().count()
            + term.allowed().stream().map(TermMatch::span).distinct().count();
    if (places > term.chinese().size()) {
      String more = " renderings, and the Chinese has the term ";
      int times = term.chinese().size();
      throw new UnsafeFix("there are " + places + more + (times == 1 ? "once" : times + " times"));
    }
  }

  private static Term preferred(TermReading term) throws UnsafeFix {
    List<Term> best =
        term.entry().concepts().stream()
            .flatMap(concept -> concept.allowed().stream().min(BY_STATUS).stream())
            .toList();
    if (best.isEmpty()) {
      throw new UnsafeFix("the glossary has nothing to put in its place");
    }
    List<String> texts = best.stream().map(Term::text).distinct().toList();
    if (texts.size() > 1) {
      throw new UnsafeFix("the glossary has several senses: " + String.join(", ", texts));
    }
    return best.get(0);
  }

  private static void requireTogether(TermMatch match, String found) throws UnsafeFix {
    BitSet words = match.words();
    boolean together = words.cardinality() == words.length() - words.nextSetBit(0);
    if (match.nearness().compareTo(Nearness.INFLECTED) > 0 || !together) {
      throw new UnsafeFix("other words stand between its words, or it is only derived from them");
    }
    if (found.matches("(?s).*[\\r\\n\\t].*|.* {2,}.*")) {
      throw new UnsafeFix("it extends over the end of a line");
    }
  }

  /** "A cornerstone" becomes "an anchor"; "the" is not repeated. */
  private static TextEdit withArticle(
      Span span, String form, String wrong, String found, EnglishContext around) throws UnsafeFix {
    String text = form;
    boolean hasArticle = form.matches("(?i)the\\s.*");
    if (!hasArticle && found.matches("(?i)(?:the|an?)\\s.*")) {
      throw new UnsafeFix("it has an article, and \"" + form + "\" has none");
    }
    if (hasArticle && around.isDefinite()) {
      text = form.substring(4);
    } else if (hasArticle && around.followsDeterminer()) {
      throw new UnsafeFix("\"" + form + "\" has an article of its own");
    }
    return edit(span, FixedCase.of(text, wrong, found, around), around);
  }

  private static TextEdit edit(Span span, String cased, EnglishContext around) throws UnsafeFix {
    String article = around.previous();
    if (!around.isIndefinite()) {
      return new TextEdit(span, cased);
    }
    String needed =
        IndefiniteArticle.before(cased)
            .orElseThrow(() -> new UnsafeFix("it is not clear whether \"a\" or \"an\" is right"));
    if (needed.equals(article.toLowerCase(Locale.ROOT))) {
      return new TextEdit(span, cased);
    }
    int start = span.start() - article.length() - 1;
    String capital = Character.isUpperCase(article.charAt(0)) ? "A" : "a";
    return new TextEdit(new Span(start, span.end()), capital + needed.substring(1) + " " + cased);
  }

  /**
   * @param fix the replacement; null if the user must decide
   * @param reason why the user must decide, without a full stop; empty if there is a fix
   */
  public record FixPlan(LocatedFinding checked, @Nullable TextEdit fix, String reason) {

    static final Comparator<FixPlan> LAST_FIRST =
        Comparator.comparing((FixPlan plan) -> plan.fix() == null ? 1 : -plan.fix().span().start());

    static FixPlan of(LocatedFinding checked, TextEdit fix) {
      return new FixPlan(checked, fix, "");
    }

    static FixPlan leave(LocatedFinding checked, String reason) {
      return new FixPlan(checked, null, reason);
    }

    public List<TextEdit> fixes() {
      return fix == null ? List.of() : List.of(fix);
    }
  }

  private static final class FixedCase {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");

    private static final Set<String> SMALL =
        Set.of(
            "a", "an", "the", "of", "in", "for", "with", "to", "by", "from", "on", "at", "and",
            "or", "but", "as");

    private FixedCase() {}

    /**
     * @param text the replacement as in the glossary
     * @param wrong the replaced term as in the glossary
     * @param found the replaced term as in the text
     */
    static String of(String text, String wrong, String found, EnglishContext around)
        throws UnsafeFix {
      boolean startsSentence = around.startsSentence();
      if (isUpper(found) && !isUpper(wrong)) {
        return text.toUpperCase(Locale.ROOT);
      }
      boolean capital = Character.isUpperCase(found.charAt(0));
      if (!capital || Character.isUpperCase(wrong.charAt(0))) {
        return capital && startsSentence ? capitalised(text) : text;
      }
      int words = count(found);
      if (words > 1 && isTitle(found)) {
        return title(text);
      }
      if (startsSentence || (words == 1 && count(text) == 1)) {
        return words == 1 && startsSentence && around.isAmongCapitals() && count(text) > 1
            ? title(text)
            : capitalised(text);
      }
      if (words == 1 && around.isAmongCapitals()) {
        return title(text);
      }
      throw new UnsafeFix("it is not clear what its capital means");
    }

    private static boolean isUpper(String text) {
      return text.length() > 1
          && text.equals(text.toUpperCase(Locale.ROOT))
          && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static int count(String text) {
      return (int) WORD.matcher(text).results().count();
    }

    private static boolean isTitle(String text) {
      return WORD.matcher(text)
          .results()
          .allMatch(
              word ->
                  Character.isUpperCase(word.group().charAt(0))
                      || (word.start() > 0 && SMALL.contains(word.group())));
    }

    private static String title(String text) {
      StringBuilder title = new StringBuilder();
      Matcher words = WORD.matcher(text);
      while (words.find()) {
        boolean small = words.start() > 0 && SMALL.contains(words.group());
        String word = small ? words.group() : capitalised(words.group());
        words.appendReplacement(title, Matcher.quoteReplacement(word));
      }
      return words.appendTail(title).toString();
    }

    private static String capitalised(String text) {
      int first = text.offsetByCodePoints(0, 1);
      return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
  }
}
