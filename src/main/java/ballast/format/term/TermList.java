package ballast.format.term;

import ballast.format.file.Characters;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Several terms in one cell of a table. They are separated by {@code |}; in a cell without one by
 * semicolons or by slashes between blanks, in a cell without Han characters also by the Chinese
 * marks {@code 、 ， ／}, which no rendering contains. A slash without blanks may be part of a term
 * ({@code km/h}, {@code TCP/IP}, {@code and/or}) and separates nothing; {@code glossary lint} asks
 * about it.
 */
final class TermList {

  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern OTHER = Pattern.compile("[;；]|(?<=\\s)[/／](?=\\s)");
  private static final Pattern IN_LATIN = Pattern.compile("[;；、，／]|(?<=\\s)/(?=\\s)");

  private TermList() {}

  /** Each term once and on one line; incomplete if there are more than a cell may list. */
  static List<String> of(String cell) {
    Pattern separator = cell.indexOf('|') < 0 ? withoutBar(cell) : BAR;
    List<String> terms = new ArrayList<>();
    for (String item : separator.split(cell)) {
      String term = WhiteSpace.collapse(Characters.strip(item));
      if (!Characters.isBlank(term) && !terms.contains(term)) {
        terms.add(term);
      }
      if (isTooLong(terms)) {
        break; // the row is rejected for it
      }
    }
    return terms;
  }

  static String byLine(String cell) {
    return cell.indexOf('|') < 0 ? cell.replaceAll("\\R+", ";") : cell;
  }

  private static Pattern withoutBar(String cell) {
    return Han.occursIn(cell) ? OTHER : IN_LATIN;
  }

  static boolean isTooLong(List<String> terms) {
    return terms.size() > GlossaryColumns.MAX_VARIANTS + 1;
  }

  static String cell(List<String> terms) {
    String cell = String.join("|", terms);
    // A bar at the end makes the other separators part of the term.
    return terms.size() == 1 && withoutBar(cell).matcher(cell).find() ? cell + '|' : cell;
  }
}
