package ballast.format.term;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.format.table.SafeCell;
import ballast.glossary.Concept;
import ballast.glossary.Conditions;
import ballast.glossary.Remarks;
import ballast.glossary.Scope;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.language.LangCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Chinese-English concept from an entry in many languages. Terms in traditional Chinese are
 * used only if the entry has none in simplified Chinese.
 */
final class EntryConcepts {

  private static final int NAMED_LANGUAGES = 6;

  private final String file;

  /**
   * @param file what the user calls it
   */
  EntryConcepts(String file) {
    this.file = file;
  }

  /**
   * The concept of an entry.
   *
   * @throws GlossaryRow.Unusable if it has no Chinese, no English or an invalid term
   */
  Concept concept(RawTermEntry entry) throws GlossaryRow.Unusable {
    Location where = new Location(file, entry.line(), 1);
    List<Term> zh = terms(chinese(entry), entry, where);
    List<Term> en = terms(in("en", entry), entry, where);
    if (zh.isEmpty() || en.isEmpty()) {
      throw new GlossaryRow.Unusable(
          "it has no " + (zh.isEmpty() ? "Chinese" : "English") + " term" + languages(entry));
    }
    // Even an outdated Chinese term still occurs in texts and has to be translated.
    String id = entry.id().isEmpty() ? zh.get(0).text() : entry.id();
    return new Concept(
        id,
        zh,
        en,
        new Scope(entry.domains(), entry.projects()),
        new Conditions(entry.notIn(), entry.onlyIf(), entry.notIf()),
        new Remarks(String.join("\n", entry.notes()), String.join("; ", entry.sources())));
  }

  private static List<RawTerm> chinese(RawTermEntry entry) {
    List<RawTerm> all = in("zh", entry);
    List<RawTerm> simplified = all.stream().filter(term -> !isTraditional(term)).toList();
    return simplified.isEmpty() ? all : simplified;
  }

  private static boolean isTraditional(RawTerm term) {
    Lang lang = LangCode.lang(term.lang());
    return lang != null && lang.isTraditionalChinese();
  }

  private static List<RawTerm> in(String language, RawTermEntry entry) {
    return entry.terms().stream().filter(term -> language.equals(language(term))).toList();
  }

  private static @Nullable String language(RawTerm term) {
    Lang lang = LangCode.lang(term.lang());
    return lang == null ? null : lang.language();
  }

  private static List<Term> terms(List<RawTerm> raw, RawTermEntry entry, Location where)
      throws GlossaryRow.Unusable {
    List<Term> terms = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    boolean hasPreferred = raw.stream().anyMatch(term -> term.status() == TermStatus.PREFERRED);
    for (RawTerm term : raw) {
      check(term);
      if (seen.add(term.text())) {
        TermStatus status = term.status();
        if (status == null) {
          boolean isMain = !hasPreferred && terms.stream().allMatch(Term::isForbidden);
          status = isMain ? TermStatus.PREFERRED : TermStatus.ADMITTED;
        }
        terms.add(new Term(term.text(), status, term.use(), remarks(term, entry), where));
      }
    }
    terms.sort((one, other) -> one.status().compareTo(other.status()));
    return terms;
  }

  private static Remarks remarks(RawTerm term, RawTermEntry entry) {
    return new Remarks(term.note(), String.join("; ", entry.sources()));
  }

  private static void check(RawTerm term) throws GlossaryRow.Unusable {
    if (term.text().length() > GlossaryRow.MAX_TERM) {
      throw new GlossaryRow.Unusable(
          "its " + term.lang() + " term is longer than " + GlossaryRow.MAX_TERM + " characters");
    }
    if (term.text().chars().anyMatch(Character::isISOControl)) {
      throw new GlossaryRow.Unusable("its " + term.lang() + " term has a control character");
    }
    if (term.text().indexOf('|') >= 0) {
      throw new GlossaryRow.Unusable(
          "its " + term.lang() + " term has a |, which separates terms in Ballast's tables");
    }
    if (SafeCell.isFormula(term.text())) {
      throw new GlossaryRow.Unusable(
          "its " + term.lang() + " term is a formula, which a spreadsheet would run");
    }
  }

  private static String languages(RawTermEntry entry) {
    Set<String> codes = new TreeSet<>();
    for (RawTerm term : entry.terms()) {
      if (codes.size() < NAMED_LANGUAGES) {
        codes.add(term.lang().isEmpty() ? "no language" : term.lang().toLowerCase(Locale.ROOT));
      }
    }
    return codes.isEmpty() ? "" : " (it has " + String.join(", ", codes) + ")";
  }
}
