package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.table.SafeCell;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.language.WhiteSpace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes terms and their translations for programs that know nothing else about terms. Each method
 * returns what was left out and why, one line each. Streams are flushed, not closed.
 */
final class PlainTermWriter {

  /** Longest side of a DeepL entry, in bytes of UTF-8. */
  private static final int MAX_DEEPL_BYTES = 1_024;

  private final List<LeftOutTerm> leftOut = new ArrayList<>();

  /** Writes a table for OmegaT. */
  List<LeftOutTerm> writeOmegaT(OutputStream stream, List<Concept> concepts) throws IOException {
    Writer out = TermLine.writer(stream);
    out.write("# Glossary in tab-separated format -*- coding: utf-8 -*-\n");
    for (Concept concept : concepts) {
      for (Term zh : concept.zh()) {
        for (Term en : usable(concept)) {
          // No quotation marks: OmegaT would read them as part of the term.
          out.write(String.join("\t", oneLine(zh), oneLine(en), remark(concept, en)) + "\n");
        }
      }
    }
    out.flush();
    return List.copyOf(leftOut);
  }

  /**
   * The remark of a term. OmegaT has no status, so terms that are not to be used are named in it.
   */
  private static String remark(Concept concept, Term en) {
    List<String> parts = new ArrayList<>();
    if (!en.use().partOfSpeech().isEmpty()) {
      parts.add(en.use().partOfSpeech());
    }
    if (en.status() == TermStatus.ADMITTED) {
      parts.add("admitted");
    }
    String forbidden =
        concept.forbidden().stream().map(Term::text).collect(Collectors.joining(", "));
    if (!forbidden.isEmpty()) {
      parts.add("not: " + forbidden);
    }
    for (String note : List.of(en.remarks().note(), concept.remarks().note())) {
      if (!note.isEmpty()) {
        parts.add(note);
      }
    }
    return WhiteSpace.collapse(String.join("; ", parts));
  }

  /** Writes a table for DeepL. */
  List<LeftOutTerm> writeDeepL(OutputStream stream, List<Concept> concepts) throws IOException {
    Writer out = TermLine.writer(stream);
    Set<String> seen = new HashSet<>();
    for (Concept concept : concepts) {
      List<Term> english = usable(concept);
      for (Term zh : concept.zh()) {
        if (english.isEmpty()) {
          continue; // said by usable()
        }
        Term en = english.get(0);
        if (!fitsDeepL(zh) || !fitsDeepL(en)) {
          leaveOut(concept, zh, "it is longer than " + MAX_DEEPL_BYTES + " bytes on one side");
        } else if (!seen.add(zh.text())) {
          leaveOut(
              concept, zh, "it is in the file already, and DeepL accepts each source only once");
        } else {
          TermLine.write(out, ',', List.of(oneLine(zh), oneLine(en), "ZH", "EN"));
        }
      }
    }
    out.flush();
    return List.copyOf(leftOut);
  }

  private static boolean fitsDeepL(Term term) {
    return term.text().getBytes(UTF_8).length <= MAX_DEEPL_BYTES;
  }

  /** The English terms that may be used, without any that a spreadsheet would run. */
  private List<Term> usable(Concept concept) {
    List<Term> terms = new ArrayList<>();
    for (Term term : concept.allowed()) {
      if (SafeCell.isFormula(term.text())) {
        leaveOut(concept, term, "it is a formula, which a spreadsheet would run");
      } else {
        terms.add(term);
      }
    }
    if (concept.allowed().isEmpty()) {
      leftOut.add(
          LeftOutTerm.allOf(
              concept, "its English is forbidden, and the format cannot express that"));
    }
    return terms;
  }

  private void leaveOut(Concept concept, Term term, String why) {
    leftOut.add(LeftOutTerm.of(concept, term, why));
  }

  private static String oneLine(Term term) {
    return WhiteSpace.collapse(term.text());
  }
}
