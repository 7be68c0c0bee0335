package ballast.glossary;

import ballast.bitext.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds renderings that may be several, written with a slash ({@code booster/fuse}) or a comma
 * ({@code guard, watch}) between them. Such a rendering is one where the Chinese has the same mark
 * ({@code and/or} for 和/或) and where a side is no word but a unit or an abbreviation ({@code km/h},
 * {@code TCP/IP}, {@code A/B test}), or where the row says that it matches exactly as it is.
 */
final class UnseparatedTerms {

  /** Marks that people write between renderings. */
  private enum Mark {
    /** Between words of three small letters or more. */
    SLASH("slash", ".*\\p{Ll}{3,}/\\p{L}\\p{Ll}{2,}", "[/／]"),

    /** Between single words; a phrase may have one: "first come, first served". */
    COMMA("comma", "\\p{Ll}{3,}(, ?\\p{Ll}{3,})+$", "[,，、]");

    private final String rule;
    private final Pattern between;
    private final Pattern chinese;

    Mark(String rule, String between, String chinese) {
      this.rule = rule;
      this.between = Pattern.compile(between);
      this.chinese = Pattern.compile(chinese);
    }

    boolean isIn(Concept row) {
      return row.zhForms().stream().anyMatch(form -> chinese.matcher(form).find());
    }

    boolean divides(Term term) {
      return between.matcher(term.text()).lookingAt();
    }
  }

  private UnseparatedTerms() {}

  static List<LintFinding> in(List<Concept> rows) {
    List<LintFinding> findings = new ArrayList<>();
    for (Mark mark : Mark.values()) {
      for (Concept row : rows) {
        if (mark.isIn(row)) {
          continue;
        }
        for (Term term : row.en()) {
          if (term.use().match() != Match.EXACT && mark.divides(term)) {
            findings.add(finding(mark, row, term));
          }
        }
      }
    }
    return findings;
  }

  private static LintFinding finding(Mark mark, Concept row, Term term) {
    String message =
        "\""
            + term.text()
            + "\" is read as one term: put | between two renderings, or set match to exact";
    return new LintFinding(mark.rule, Severity.WARNING, row.id(), List.of(term.where()), message);
  }
}
