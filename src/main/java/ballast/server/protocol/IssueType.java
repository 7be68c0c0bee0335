package ballast.server.protocol;

import ballast.bitext.Severity;
import ballast.check.Rules;
import java.util.Locale;

/** What kind of problem a rule finds: a localization quality issue type of ITS 2.0. */
enum IssueType {
  TERMINOLOGY,
  NUMBERS,
  TYPOGRAPHICAL,
  UNTRANSLATED,
  OMISSION,
  DUPLICATION,
  INCONSISTENCY,
  OTHER;

  /** The kind of problem that a rule finds. */
  static IssueType of(String rule) {
    if (Rules.concernsTerms(rule)) {
      return TERMINOLOGY;
    }
    return switch (rule) {
      case "number-mismatch" -> NUMBERS;
      case "punctuation-width", "unpaired" -> TYPOGRAPHICAL;
      case "untranslated" -> UNTRANSLATED;
      case "omitted" -> OMISSION;
      case "repeated-word" -> DUPLICATION;
      case "inconsistent-translation" -> INCONSISTENCY;
      default -> OTHER;
    };
  }

  /** Its name in the protocol. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The id of the category of findings of this severity: clients switch categories off. */
  static String category(Severity severity) {
    return "BALLAST_" + severity.name();
  }
}
