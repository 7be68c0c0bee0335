package ballast.check;

import java.util.List;
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
}
