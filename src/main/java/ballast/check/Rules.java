package ballast.check;

import java.util.List;
import java.util.Optional;

/** All rules. */
public final class Rules {

  /** In the order in which they are listed. */
  private static final List<Rule> ALL =
      List.of(
          new TermMissing(),
          new TermForbidden(),
          new TermUntranslated(),
          new TermInconsistent(),
          new TargetCollision(),
          new TermReverse(),
          new TermCount(),
          new NumberMismatch(),
          new PunctuationWidth(),
          new Untranslated(),
          new Omitted(),
          new RepeatedWord(),
          new Unpaired(),
          new InconsistentTranslation());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }

  /** The rule of that id; empty when there is none. */
  public static Optional<Rule> of(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
