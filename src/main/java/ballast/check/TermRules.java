package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Occurrence.Trait;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermMatcher.Nearness;
import ballast.glossary.TermMatcher.TermMatch;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class TermRules {

  static final String MISSING = "term-missing";
  static final String FORBIDDEN = "term-forbidden";
  static final String UNTRANSLATED = "term-untranslated";

  private TermRules() {}

  static List<Rule> all() {
    return List.of(
        new TermMissing(),
        new TermForbidden(),
        new TermUntranslated(),
        new TermInconsistent(),
        new TargetCollision(),
        new TermReverse(),
        new TermCount());
  }

  private static String rendering(TermReading term) {
    return term.allowed().get(0).term().text().toLowerCase(Locale.ROOT);
  }

  private static final class TermMissing extends Rule {

    private static final int NAMED = 3;

    TermMissing() {
      super(MISSING, Severity.ERROR, "a Chinese term is not translated as the glossary says");
    }

    @Override
    List<Finding> check(PairReading reading) {
      List<Finding> findings = new ArrayList<>();
      for (TermReading term : reading.terms()) {
        reading.variant(term).ifPresent(place -> findings.add(variant(term, place, reading)));
        if (!term.rendered()
            && !term.entry().allowed().isEmpty()
            && term.forbidden().isEmpty()
            && term.left().isEmpty()) {
          findings.add(missing(term, reading));
        }
      }
      return findings;
    }

    private Finding variant(TermReading term, Span place, PairReading reading) {
      String message =
          "%s stands here %d times, %d as the glossary says; nearest for the rest: \"%s\""
              .formatted(
                  term.entry().zh(),
                  term.chinese().size(),
                  term.timesRendered(),
                  place.of(reading.english()));
      return finding(term, reading, List.of(place), message).with(Severity.WARNING);
    }

    private Finding missing(TermReading term, PairReading reading) {
      TermJudge.Missing missing = reading.judge().missing(term, reading.terms(), reading.texts());
      List<Span> nearest = missing.nearest();
      List<String> texts =
          term.entry().allowed().stream().map(Term::text).distinct().limit(NAMED).toList();
      StringBuilder message = new StringBuilder(term.entry().zh()).append(" is ");
      message.append('"').append(String.join("\" or \"", texts)).append('"');
      message.append(term.allowed().isEmpty() ? ", which is missing" : ", which another term has");
      if (!nearest.isEmpty()) {
        message.append("; nearest: \"").append(nearest.get(0).of(reading.english())).append('"');
      }
      Finding finding =
          finding(term, reading, nearest, message.toString())
              .suggesting(reading.isIntoEnglish() ? texts : List.of());
      return finding.with(missing.severity());
    }
  }

  private static final class TermForbidden extends Rule {

    private static final int MAX_SUGGESTIONS = 3;

    TermForbidden() {
      super(
          FORBIDDEN,
          Severity.ERROR,
          "a term is translated in a way that the glossary forbids",
          Feature.NEEDS_NO_SOURCE);
    }

    @Override
    List<Finding> check(PairReading reading) {
      List<Finding> findings = new ArrayList<>();
      for (TermReading term : reading.terms()) {
        List<Span> seen = new ArrayList<>();
        for (TermMatch match : term.forbidden()) {
          if (seen.stream().noneMatch(span -> span.contains(match.span()))) {
            seen.add(match.span());
            findings.add(forbidden(term, match, reading));
          }
        }
      }
      for (TermMatch match : reading.judge().forbiddenEverywhere(reading.texts())) {
        String id = reading.judge().idOfForbidden(match.term());
        String message = '"' + match.span().of(reading.english()) + "\" is not to be used";
        findings.add(
            finding(
                reading.passage(),
                id,
                List.of(),
                List.of(match.span()),
                message + note(match.term())));
      }
      return findings;
    }

    private Finding forbidden(TermReading term, TermMatch match, PairReading reading) {
      String found = match.span().of(reading.english());
      List<String> better =
          reading.isIntoEnglish() ? instead(term.entry().allowed(), match, found) : List.of();
      String message =
          "\"%s\" is not to be used for %s%s%s"
              .formatted(
                  found,
                  term.entry().zh(),
                  better.isEmpty() ? "" : "; use \"" + better.get(0) + '"',
                  note(match.term()));
      return finding(term, reading, List.of(match.span()), message).suggesting(better);
    }

    private static String note(Term term) {
      String note = WhiteSpace.collapse(term.remarks().note());
      return note.isEmpty() ? "" : " (" + note + ")";
    }

    /**
     * The allowed terms, best first, in the number of the replaced one and with its capital if that
     * is safe.
     *
     * @param match the rendering to replace
     * @param found the same as written
     */
    private static List<String> instead(List<Term> allowed, TermMatch match, String found) {
      return allowed.stream()
          .map(term -> inflected(term.text(), match, found))
          .distinct()
          .limit(MAX_SUGGESTIONS)
          .toList();
    }

    private static String inflected(String term, TermMatch match, String found) {
      String text = term;
      if (match.nearness() != Nearness.EXACT && isPlural(match.term().text(), found)) {
        text = FixedForm.plural(term).orElse(term);
      }
      boolean capital =
          Character.isUpperCase(found.charAt(0))
              && !Character.isUpperCase(match.term().text().charAt(0));
      return capital ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    }

    private static boolean isPlural(String singular, String found) {
      String lower = found.toLowerCase(Locale.ROOT);
      String base = singular.toLowerCase(Locale.ROOT);
      return FixedForm.plural(base).filter(lower::equals).isPresent();
    }
  }

  /** Finds terms left in the English text in Chinese characters or in pinyin. */
  private static final class TermUntranslated extends Rule {

    TermUntranslated() {
      super(
          UNTRANSLATED,
          Severity.ERROR,
          "a Chinese term is left in the English text, in characters or pinyin");
    }

    @Override
    List<Finding> check(PairReading reading) {
      List<Finding> findings = new ArrayList<>();
      for (TermReading term : reading.terms()) {
        if (!term.entry().allowed().isEmpty()) {
          term.left().forEach(left -> findings.add(left(term, left, reading)));
        }
      }
      return findings;
    }

    private Finding left(TermReading term, Span left, PairReading reading) {
      String better = term.entry().allowed().get(0).text();
      String message =
          "\"%s\" was left untranslated; %s is \"%s\""
              .formatted(left.of(reading.english()), term.entry().zh(), better);
      return finding(term, reading, List.of(left), message)
          .suggesting(reading.isIntoEnglish() ? List.of(better) : List.of());
    }
  }

  /**
   * Finds Chinese terms with several allowed renderings across everything checked. There is one
   * finding for each rarer rendering.
   */
  private static final class TermInconsistent extends CorpusRule {

    /** Number of initial letters shared by words of one family. */
    private static final int STEM = 5;

    TermInconsistent() {
      super(
          "term-inconsistent",
          Severity.INFO,
          "a Chinese term has several renderings in the texts, all of them allowed");
    }

    @Override
    List<Trait> traits(PairReading reading) {
      return reading.terms().stream()
          .filter(TermReading::rendered)
          .map(term -> new Trait(id(), term.entry().id(), rendering(term), term))
          .toList();
    }

    @Override
    boolean listsOthers() {
      return true;
    }

    @Override
    List<Difference> compare(List<Occurrence> same) {
      Occurrence usual = same.get(0);
      for (Occurrence use : same) {
        usual = use.times() > usual.times() ? use : usual;
      }
      List<Difference> differences = new ArrayList<>();
      for (Occurrence use : same) {
        if (use != usual && isOther(use, usual)) {
          List<CheckedPair<Passage>> others = new ArrayList<>(List.of(usual.place()));
          others.addAll(use.others());
          differences.add(new Difference(use, finding(use, message(use, usual)), others));
        }
      }
      return differences;
    }

    /**
     * Whether a rendering really differs from the usual one: it is not its initials, another form
     * of it (diplomacy, diplomatic) or the rendering of another sense.
     */
    private static boolean isOther(Occurrence use, Occurrence usual) {
      Term one = use.rendering().term();
      Term other = usual.rendering().term();
      boolean sameSense =
          use.term().entry().concepts().stream()
              .anyMatch(concept -> concept.en().contains(one) && concept.en().contains(other));
      return sameSense
          && !Acronyms.isOneOfTheOther(one.text(), other.text())
          && !startAlike(one.text(), other.text());
    }

    private static boolean startAlike(String one, String other) {
      return one.length() > STEM
          && other.length() > STEM
          && one.substring(0, STEM).equalsIgnoreCase(other.substring(0, STEM))
          && one.indexOf(' ') < 0
          && other.indexOf(' ') < 0;
    }

    private static String message(Occurrence use, Occurrence usual) {
      int more = use.times() - 1;
      return "%s is \"%s\" here%s, and \"%s\" in %s %s, first at %s"
          .formatted(
              use.term().entry().zh(),
              use.rendering().term().text(),
              more == 0 ? "" : " and in " + more + (more == 1 ? " other place" : " other places"),
              usual.rendering().term().text(),
              usual.times(),
              usual.times() == 1 ? "place" : "places",
              usual.place().target().at(usual.rendering().span().start()));
    }
  }

  /**
   * Finds terms that may have been confused: the English has the rendering of a similar term, which
   * the Chinese does not have, and no dictionary has it for this one. A rendering that the glossary
   * has for several terms that occur is a hint.
   */
  private static final class TargetCollision extends CorpusRule {

    TargetCollision() {
      super(
          "target-collision",
          Severity.WARNING,
          "one English rendering stands for several Chinese terms");
    }

    @Override
    List<Trait> traits(PairReading reading) {
      return reading.terms().stream()
          .filter(TermReading::rendered)
          .map(term -> new Trait(id(), rendering(term), term.entry().id(), term))
          .toList();
    }

    /** Renderings of terms absent from the Chinese text, for terms without a rendering. */
    @Override
    List<Finding> check(PairReading reading) {
      return reading.terms().stream()
          .filter(
              term -> !term.rendered() && term.allowed().isEmpty() && term.forbidden().isEmpty())
          .flatMap(term -> borrowed(term, reading).stream())
          .toList();
    }

    private Optional<Finding> borrowed(TermReading term, PairReading reading) {
      return reading
          .judge()
          .renderings(
              reading.englishText(),
              concepts -> isLike(term, concepts) && !reading.hasOneOf(concepts))
          .stream()
          .filter(found -> !reading.judge().mayTranslate(term, found.match(), reading.texts()))
          .findFirst()
          .map(
              found -> {
                Span span = found.match().span();
                String message =
                    "\"%s\" is the rendering of %s, not of %s"
                        .formatted(
                            span.of(reading.english()),
                            found.concepts().get(0).zhForms().get(0),
                            term.entry().zh());
                return finding(term, reading, List.of(span), message);
              });
    }

    private static boolean isLike(TermReading term, List<Concept> concepts) {
      String zh = term.entry().zh();
      return concepts.stream()
          .flatMap(concept -> concept.zh().stream())
          .map(Term::text)
          .anyMatch(
              form ->
                  form.charAt(0) == zh.charAt(0)
                      || form.charAt(form.length() - 1) == zh.charAt(zh.length() - 1));
    }

    @Override
    List<Difference> compare(List<Occurrence> same) {
      Occurrence first = same.get(0);
      return same.subList(1, same.size()).stream()
          .map(use -> new Difference(use, hint(use, first), List.of(first.place())))
          .toList();
    }

    private Finding hint(Occurrence use, Occurrence first) {
      String message =
          "\"%s\" stands for %s here and for %s at %s"
              .formatted(
                  use.rendering().term().text(),
                  use.term().entry().zh(),
                  first.term().entry().zh(),
                  first.place().target().at(first.rendering().span().start()));
      return finding(use, message).with(Severity.INFO);
    }
  }

  /**
   * Finds English renderings without their Chinese term in the source. Only a hint, because the
   * translator may have meant another word.
   */
  private static final class TermReverse extends Rule {

    TermReverse() {
      super(
          "term-reverse",
          Severity.INFO,
          "a rendering stands in the English text whose term does not stand in the Chinese");
    }

    @Override
    List<Finding> check(PairReading reading) {
      List<Finding> findings = new ArrayList<>();
      List<RenderingIndex.Found> renderings =
          reading.judge().phrases(reading.englishText(), concepts -> !reading.hasOneOf(concepts));
      for (RenderingIndex.Found found : renderings) {
        Span span = found.match().span();
        if (renderings.stream().noneMatch(other -> found.match().isInside(other.match()))
            && isNobodyElses(span, reading)) {
          Concept concept = found.concepts().get(0);
          String message =
              "\"%s\" is %s, which the Chinese text does not have"
                  .formatted(span.of(reading.english()), concept.zhForms().get(0));
          findings.add(finding(reading.passage(), concept.id(), List.of(), List.of(span), message));
        }
      }
      return findings;
    }

    private static boolean isNobodyElses(Span span, PairReading reading) {
      return reading.terms().stream()
          .flatMap(term -> term.allowed().stream())
          .map(TermMatch::span)
          .noneMatch(other -> other.contains(span));
    }
  }

  /**
   * Finds terms that occur more often in the Chinese text than their renderings in the English one.
   * Only a hint, because later mentions are often pronouns.
   */
  private static final class TermCount extends Rule {

    TermCount() {
      super(
          "term-count",
          Severity.INFO,
          "a term stands more often in the Chinese text than its renderings in the English");
    }

    @Override
    List<Finding> check(PairReading reading) {
      List<Finding> findings = new ArrayList<>();
      for (TermReading term : reading.terms()) {
        int times = term.chinese().size();
        int rendered = term.timesRendered();
        // The rule term-missing reports other words in place of the rest.
        if (term.rendered() && times > rendered && reading.variant(term).isEmpty()) {
          List<Span> english =
              term.allowed().stream().map(TermMatch::span).distinct().sorted().toList();
          String message =
              "%s stands here %s times, its renderings %s"
                  .formatted(term.entry().zh(), times, rendered);
          findings.add(finding(term, reading, english, message));
        }
      }
      return findings;
    }
  }
}
