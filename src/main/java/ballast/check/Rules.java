package ballast.check;

import ballast.bitext.Severity;
import ballast.check.CorpusRule.Trait;
import ballast.check.TermReading.TermEvidence;
import ballast.glossary.TermMatcher.TermMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that exist. */
public final class Rules {

  private static final List<Rule> ABOUT_TERMS =
      List.of(
          new TermMissing(),
          new TermForbidden(),
          new TermUntranslated(),
          new TermInconsistent(),
          new TargetCollision(),
          new TermReverse(),
          new TermCount());

  private static final List<Rule> OTHERS =
      List.of(
          new NumberMismatch(),
          new PunctuationWidth(),
          new Untranslated(),
          new Omitted(),
          new RepeatedWord(),
          new Unpaired(),
          new InconsistentTranslation(),
          new WaiverRule());

  /** In the order in which they are listed. */
  private static final List<Rule> ALL =
      Stream.concat(ABOUT_TERMS.stream(), OTHERS.stream()).toList();

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }

  /** The rule with the given id; empty when there is none. */
  public static Optional<Rule> of(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Whether a rule compares pairs, so that it finds nothing in one pair alone. */
  public static boolean comparesPairs(String id) {
    return of(id).filter(CorpusRule.class::isInstance).isPresent();
  }

  /** Whether each of its findings is about a concept of the glossary. */
  public static boolean concernsTerms(String id) {
    return ABOUT_TERMS.stream().anyMatch(rule -> rule.id().equals(id));
  }

  /**
   * Finds Chinese terms with several allowed renderings across everything checked. There is one
   * finding for each rarer rendering.
   */
  private static final class TermInconsistent implements CorpusRule {

    /** The number of initial letters that words of one family share. */
    private static final int STEM = 5;

    @Override
    public String id() {
      return "term-inconsistent";
    }

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String summary() {
      return "a Chinese term has several renderings in the texts, all of them allowed";
    }

    @Override
    public Survey survey() {
      return new Renderings();
    }

    @Override
    public List<Trait> traits(PairReading reading) {
      return reading.terms().stream()
          .filter(TermReading::rendered)
          .map(term -> trait(term, term.allowed().get(0)))
          .toList();
    }

    private Trait trait(TermReading term, TermMatch match) {
      String rendering = match.term().text().toLowerCase(Locale.ROOT);
      return new Trait(id(), term.entry().id(), rendering, term.entry().id());
    }

    /** A rendering where it was first seen, and how often it was. */
    private static final class Use {
      private final TermReading term;
      private final TermMatch match;
      private final CheckedPair<Passage> place;
      private final List<CheckedPair<Passage>> others = new ArrayList<>(0);
      private int count;

      Use(TermReading term, TermMatch match, CheckedPair<Passage> place) {
        this.term = term;
        this.match = match;
        this.place = place;
      }

      String text() {
        return match.term().text();
      }
    }

    private static boolean startAlike(String one, String other) {
      return one.length() > STEM
          && other.length() > STEM
          && one.substring(0, STEM).equalsIgnoreCase(other.substring(0, STEM))
          && one.indexOf(' ') < 0
          && other.indexOf(' ') < 0;
    }

    private final class Renderings implements Survey {

      /** By concept, then by rendering in small letters. */
      private final Map<String, Map<String, Use>> uses = new LinkedHashMap<>();

      @Override
      public void see(PairReading reading, CheckedPair<Passage> place) {
        for (TermReading term : reading.terms()) {
          if (term.rendered()) {
            TermMatch match = term.allowed().get(0);
            Trait trait = trait(term, match);
            Use use =
                uses.computeIfAbsent(trait.key(), id -> new LinkedHashMap<>())
                    .computeIfAbsent(trait.variant(), text -> new Use(term, match, place));
            use.count++;
            if (use.count > 1) {
              use.others.add(place);
            }
          }
        }
      }

      @Override
      public void count(Trait trait, int times) {
        Use use = uses.getOrDefault(trait.key(), Map.of()).get(trait.variant());
        if (use != null) {
          use.count = times;
        }
      }

      @Override
      public List<LocatedFinding> findings() {
        List<LocatedFinding> findings = new ArrayList<>();
        for (Map<String, Use> renderings : uses.values()) {
          Use mostFrequent =
              renderings.values().stream().max(Comparator.comparingInt(u -> u.count)).get();
          for (Use use : renderings.values()) {
            if (use != mostFrequent && isOther(use, mostFrequent)) {
              List<CheckedPair<Passage>> others = new ArrayList<>(List.of(mostFrequent.place));
              others.addAll(use.others);
              findings.add(new LocatedFinding(finding(use, mostFrequent), use.place, others));
            }
          }
        }
        return findings;
      }

      /**
       * Whether a rendering really differs from the usual one: it is not its initials, another form
       * of it (diplomacy, diplomatic) or the rendering of another sense.
       */
      private boolean isOther(Use use, Use mostFrequent) {
        boolean sameSense =
            use.term.entry().concepts().stream()
                .anyMatch(
                    c ->
                        c.en().contains(use.match.term())
                            && c.en().contains(mostFrequent.match.term()));
        return sameSense
            && !Acronyms.isOneOfTheOther(use.text(), mostFrequent.text())
            && !startAlike(use.text(), mostFrequent.text());
      }

      private Finding finding(Use use, Use mostFrequent) {
        return PairReading.finding(
            use.place.value(),
            id(),
            severity(),
            new TermEvidence(
                use.term.entry().id(), use.term.chinese(), List.of(use.match.span()), List.of()),
            use.term.entry().zh()
                + " is \""
                + use.text()
                + "\" here"
                + (use.count == 1
                    ? ""
                    : " and in "
                        + (use.count - 1)
                        + (use.count == 2 ? " other place" : " other places"))
                + ", and \""
                + mostFrequent.text()
                + "\" in "
                + mostFrequent.count
                + (mostFrequent.count == 1 ? " place" : " places"));
      }
    }
  }
}
