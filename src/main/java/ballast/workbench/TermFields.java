package ballast.workbench;

import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.server.Parameters;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fields of the form for a term.
 *
 * @param status label
 * @param file the glossary of a new term; "" for the usual one
 * @param was the English term that is changed; "" for a new term
 * @param id of its concept
 */
record TermFields(
    String zh,
    String en,
    String status,
    String note,
    String domain,
    String file,
    String was,
    String id) {

  static TermFields of(Parameters form) {
    return new TermFields(
        text(form, "zh", "\\s+"),
        text(form, "en", "\\s+"),
        form.text("status"),
        text(form, "note", "[\\s&&[^\n]]+"),
        text(form, "domain", "\\s+"),
        form.text("file"),
        form.text("was"),
        form.text("id"));
  }

  static TermFields of(Concept row, Term term, String zh) {
    String domain = String.join("|", row.scope().domains());
    String status = term.status().label();
    String note = term.remarks().note();
    return new TermFields(zh, term.text(), status, note, domain, "", term.text(), row.id());
  }

  /** Returns a text without control characters and characters without width. */
  private static String text(Parameters form, String name, String blanks) {
    String lines = form.text(name).replaceAll("\\R", "\n").replaceAll("\\p{Cf}", "");
    return lines.replaceAll("[\\p{Cc}&&[^\n]]", " ").replaceAll(blanks, " ").strip();
  }

  boolean isNew() {
    return was.isEmpty();
  }

  List<String> domains() {
    return Stream.of(domain.split("\\|")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }
}
