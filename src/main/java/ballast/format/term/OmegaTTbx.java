package ballast.format.term;

import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes TBX for OmegaT. OmegaT does not read the status of a term and would offer a forbidden
 * rendering like any other, so that forbidden renderings are left out, and named in a note.
 */
final class OmegaTTbx {

  private static final int VERSION = 2;

  private OmegaTTbx() {}

  /**
   * Writes the concepts; the stream is flushed, not closed.
   *
   * @return the concepts that were left out and why
   */
  static List<LeftOutTerm> write(OutputStream out, List<Concept> concepts) throws IOException {
    List<LeftOutTerm> leftOut = new ArrayList<>();
    List<Concept> usable = new ArrayList<>();
    for (Concept concept : concepts) {
      if (concept.allowed().isEmpty()) {
        leftOut.add(
            LeftOutTerm.allOf(concept, "its English is forbidden, and OmegaT has no status"));
      } else {
        usable.add(withoutForbidden(concept));
      }
    }
    new TbxWriter(out, VERSION).write(usable);
    return leftOut;
  }

  private static Concept withoutForbidden(Concept concept) {
    String forbidden =
        concept.en().stream()
            .filter(term -> term.status() == TermStatus.FORBIDDEN)
            .map(Term::text)
            .collect(Collectors.joining(", "));
    if (forbidden.isEmpty()) {
      return concept;
    }
    String note = concept.remarks().note();
    return new Concept(
        concept.id(),
        concept.zh(),
        concept.allowed(),
        concept.scope(),
        concept.conditions(),
        concept.remarks().withNote(note + (note.isEmpty() ? "" : "\n") + "not: " + forbidden));
  }
}
