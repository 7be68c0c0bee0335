package ballast.glossary;

import ballast.bitext.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds terms with a slash between two words that may be two renderings ({@code booster/fuse}). It
 * is one term where the Chinese has a slash as well ({@code and/or} for 和/或) and where a side is no
 * word but a unit or an abbreviation ({@code km/h}, {@code TCP/IP}, {@code A/B test}), or where the
 * row says that it matches exactly as it is.
 */
final class SlashedTerms {

  /** Words of three small letters or more on both sides. */
  private static final Pattern TWO_WORDS = Pattern.compile("\\p{Ll}{3,}/\\p{L}\\p{Ll}{2,}");

  private static final Pattern SLASH = Pattern.compile("[/／]");

  private SlashedTerms() {}

  static List<LintFinding> in(List<Concept> rows) {
    List<LintFinding> findings = new ArrayList<>();
    for (Concept row : rows) {
      if (row.zhForms().stream().anyMatch(form -> SLASH.matcher(form).find())) {
        continue;
      }
      for (Term term : row.en()) {
        if (term.use().match() != Match.EXACT && TWO_WORDS.matcher(term.text()).find()) {
          String message =
              "\""
                  + term.text()
                  + "\" is read as one term: put | between two renderings, or set match to exact";
          findings.add(
              new LintFinding("slash", Severity.WARNING, row.id(), List.of(term.where()), message));
        }
      }
    }
    return findings;
  }
}
