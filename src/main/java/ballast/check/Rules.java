package ballast.check;

import ballast.bitext.Severity;
import ballast.check.Occurrence.Trait;
import ballast.check.TermReading.TermEvidence;
import ballast.glossary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** In the order of listings. */
  private static final List<Rule> ALL =
      Stream.concat(ABOUT_TERMS.stream(), OTHERS.stream()).toList();

  private static final Map<String, Rule> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Rule::id, rule -> rule));

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }

  public static Optional<Rule> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  static CorpusRule comparing(String id) {
    return (CorpusRule)
        of(id)
            .filter(CorpusRule.class::isInstance)
            .orElseThrow(() -> new IllegalArgumentException(id + " does not compare pairs"));
  }

  public static boolean comparesPairs(String id) {
    return reach(id) > 0;
  }

  /** The {@link Rule#reach} of the rule; 0 if there is none. */
  public static int reach(String id) {
    return of(id).map(Rule::reach).orElse(0);
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

    /** Number of initial letters shared by words of one family. */
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
    public List<Trait> traits(PairReading reading) {
      List<Trait> traits = new ArrayList<>();
      for (TermReading term : reading.terms()) {
        if (term.rendered()) {
          traits.add(new Trait(id(), term.entry().id(), CorpusRule.rendering(term), term));
        }
      }
      return traits;
    }

    @Override
    public boolean listsOthers() {
      return true;
    }

    @Override
    public List<Difference> compare(List<Occurrence> same) {
      Occurrence usual = same.get(0);
      for (Occurrence use : same) {
        usual = use.times() > usual.times() ? use : usual;
      }
      List<Difference> differences = new ArrayList<>();
      for (Occurrence use : same) {
        if (use != usual && isOther(use, usual)) {
          List<CheckedPair<Passage>> others = new ArrayList<>(List.of(usual.place()));
          others.addAll(use.others());
          differences.add(new Difference(use, finding(use, usual), others));
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

    private Finding finding(Occurrence use, Occurrence usual) {
      TermReading term = use.term();
      return PairReading.finding(
          use.passage(),
          id(),
          severity(),
          new TermEvidence(
              term.entry().id(), term.chinese(), List.of(use.rendering().span()), List.of()),
          term.entry().zh()
              + " is \""
              + use.rendering().term().text()
              + "\" here"
              + (use.times() == 1
                  ? ""
                  : " and in "
                      + (use.times() - 1)
                      + (use.times() == 2 ? " other place" : " other places"))
              + ", and \""
              + usual.rendering().term().text()
              + "\" in "
              + usual.times()
              + (usual.times() == 1 ? " place" : " places"));
    }
  }
}
