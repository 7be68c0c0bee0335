package ballast.format.term;

import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The data of a file on one concept: a row of a table with a column for each language, or an entry
 * of TBX. Filled in while the file is read.
 */
final class RawTermEntry {

  /** Maximum length of an element's text in XML, in UTF-16 units; the rest is dropped. */
  static final int MAX_TEXT = 10_000;

  /** Maximum number of terms in XML, and of notes, kept for one entry. */
  static final int MAX_ITEMS = 1_000;

  /** Its first line, 1-based. */
  final int line;

  String id = "";
  final List<RawTerm> terms = new ArrayList<>();
  final List<String> domains = new ArrayList<>();
  final List<String> projects = new ArrayList<>();
  final List<String> notIn = new ArrayList<>();
  final List<String> onlyIf = new ArrayList<>();
  final List<String> notIf = new ArrayList<>();

  /** Remarks on the whole entry: notes, definitions. */
  final List<String> notes = new ArrayList<>();

  final List<String> sources = new ArrayList<>();

  RawTermEntry(int line) {
    this.line = line;
  }

  static void add(List<String> into, String text) {
    if (into.size() < MAX_ITEMS && !into.contains(text)) {
      into.add(text);
    }
  }

  /**
   * A term in a file, in any language.
   *
   * @param lang language code as written; empty if the file gives none
   * @param text one line, never blank
   * @param status whether it may be used; null if the file gives none
   */
  record RawTerm(String lang, String text, @Nullable TermStatus status, TermUse use, String note) {

    static RawTerm of(String lang, String text) {
      return new RawTerm(lang, text, null, TermUse.DEFAULT, "");
    }

    RawTerm with(String other) {
      return new RawTerm(lang, other, status, use, note);
    }

    RawTerm withNote(String other) {
      return new RawTerm(lang, text, status, use, other);
    }

    RawTerm in(String other) {
      return new RawTerm(other, text, status, use, note).inUse();
    }

    /** This term, without a status if it is Chinese: only a rendering can be forbidden. */
    RawTerm inUse() {
      boolean chinese = lang.toLowerCase(Locale.ROOT).startsWith("zh");
      return chinese ? new RawTerm(lang, text, null, use, note) : this;
    }
  }
}
