package ballast.format.term;

import ballast.bitext.Excerpt;
import ballast.bitext.Location;
import ballast.format.file.Characters;
import ballast.format.table.ColumnRole;
import ballast.format.table.SafeCell;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a concept from one row of a glossary. */
record GlossaryRow(GlossaryColumns columns, List<String> cells, Location where) {

  /** Maximum length of a term, in UTF-16 units. */
  static final int MAX_TERM = 500;

  /** Maximum code points of a wrong value quoted in a message. */
  private static final int MAX_SHOWN = 40;

  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason, null, false, false);
    }
  }

  static Concept concept(GlossaryColumns columns, List<String> cells, Location where)
      throws Unusable {
    if (cells.size() > columns.width()) {
      throw new Unusable(
          "it has more cells than the first row, which has "
              + columns.width()
              + ": put quotation marks around a cell that contains a separator");
    }
    return new GlossaryRow(columns, cells, where).concept();
  }

  private Concept concept() throws Unusable {
    TermUse use = use();
    List<Term> en = english(use);
    if (en.isEmpty()) {
      throw new Unusable("it has no en");
    }
    List<Term> zh = chinese(use);
    if (zh.isEmpty() && !en.stream().allMatch(Term::isForbidden)) {
      throw new Unusable("it has no zh");
    }
    String id = columns.cell(ColumnRole.ID, cells);
    return new Concept(
        id.isEmpty() ? (zh.isEmpty() ? en : zh).get(0).text() : id,
        zh,
        en,
        scope(),
        conditions(),
        Remarks.NONE);
  }

  private Concept.Scope scope() {
    Concept.Scope scope =
        new Concept.Scope(
            columns.list(ColumnRole.DOMAIN, cells), columns.list(ColumnRole.PROJECT, cells));
    return scope.equals(Concept.Scope.ALL) ? Concept.Scope.ALL : scope;
  }

  private Conditions conditions() throws Unusable {
    Conditions conditions =
        new Conditions(
            phrases(ColumnRole.NOT_IN), phrases(ColumnRole.ONLY_IF), phrases(ColumnRole.NOT_IF));
    return conditions.equals(Conditions.NONE) ? Conditions.NONE : conditions;
  }

  /** The terms get the note of the row, because a row that forbids a term gives the reason. */
  private List<Term> english(TermUse use) throws Unusable {
    TermStatus status = status();
    Remarks remarks =
        new Remarks(
            Stream.of(ColumnRole.NOTE, ColumnRole.DEFINITION)
                .map(role -> columns.text(role, cells))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n")),
            columns.cell(ColumnRole.AUTHORITY, cells));
    List<Term> terms = new ArrayList<>();
    for (String form : forms(ColumnRole.ENGLISH, ColumnRole.ENGLISH_VARIANTS)) {
      terms.add(new Term(form, status, use, remarks, where));
    }
    for (String form : forbidden()) {
      if (terms.stream().noneMatch(term -> term.text().equals(form))) {
        terms.add(new Term(form, TermStatus.FORBIDDEN, use, remarks, where));
      }
    }
    return terms;
  }

  private List<Term> chinese(TermUse use) throws Unusable {
    List<Term> terms = new ArrayList<>();
    TermUse plain = new TermUse(Term.Match.AUTO, false, use.partOfSpeech());
    for (String form : forms(ColumnRole.CHINESE, ColumnRole.CHINESE_VARIANTS)) {
      TermStatus status = terms.isEmpty() ? TermStatus.PREFERRED : TermStatus.ADMITTED;
      terms.add(new Term(form, status, plain, Remarks.NONE, where));
    }
    return terms;
  }

  /** The flags yes and no are a status, not words. */
  private List<String> forbidden() throws Unusable {
    List<String> words = columns.terms(ColumnRole.FORBIDDEN, cells);
    List<String> forbidden = words.stream().filter(word -> !isYes(word) && !isNo(word)).toList();
    check(forbidden, ColumnRole.FORBIDDEN);
    return forbidden;
  }

  static boolean isYes(String cell) {
    return List.of("true", "yes", "y", "1", "x", "√", "✓", "是").contains(flag(cell));
  }

  static boolean isNo(String cell) {
    return List.of("false", "no", "n", "0", "-", "/", "—", "否", "无").contains(flag(cell));
  }

  private static String flag(String cell) {
    return Characters.strip(cell).toLowerCase(Locale.ROOT);
  }

  private TermUse use() throws Unusable {
    return use(
        columns.cell(ColumnRole.MATCH, cells),
        columns.cell(ColumnRole.CASE, cells),
        columns.cell(ColumnRole.PART_OF_SPEECH, cells));
  }

  static TermUse use(String match, String letters, String partOfSpeech) throws Unusable {
    Term.Match known = Term.Match.AUTO;
    if (!match.isEmpty()) {
      known =
          Term.Match.ofLabel(match)
              .orElseThrow(() -> unknown("match", match, "auto, exact, inflected, gap or loose"));
    }
    return new TermUse(known, caseSensitive(letters), partOfSpeech);
  }

  private static boolean caseSensitive(String label) throws Unusable {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "", "insensitive", "no", "false", "否" -> false;
      case "sensitive", "yes", "true", "是" -> true;
      default -> throw unknown("case", label, "sensitive or insensitive");
    };
  }

  private TermStatus status() throws Unusable {
    if (columns.terms(ColumnRole.FORBIDDEN, cells).stream().anyMatch(GlossaryRow::isYes)) {
      return TermStatus.FORBIDDEN;
    }
    String label = columns.cell(ColumnRole.STATUS, cells);
    return Characters.isBlank(label) ? TermStatus.PREFERRED : status(label);
  }

  static TermStatus status(String label) throws Unusable {
    TermStatus status = TermStatus.ofLabel(label).orElseGet(() -> TbxReader.status(label));
    if (status == null) {
      throw unknown("status", label, "preferred, admitted, proposed or forbidden");
    }
    return status;
  }

  private static Unusable unknown(String column, String value, String known) {
    return new Unusable(
        "unknown " + column + " \"" + Excerpt.of(value, MAX_SHOWN) + "\": use " + known);
  }

  private List<String> phrases(ColumnRole column) throws Unusable {
    List<String> phrases = columns.list(column, cells);
    check(phrases, column);
    return phrases;
  }

  private List<String> forms(ColumnRole column, ColumnRole variants) throws Unusable {
    List<String> main = columns.terms(column, cells);
    check(main, column);
    Set<String> forms = new LinkedHashSet<>(main);
    forms.addAll(columns.terms(variants, cells));
    List<String> all = List.copyOf(forms);
    check(all, column);
    // Variants without a term are a mistake; the caller reports that the term is missing.
    return main.isEmpty() ? List.of() : all;
  }

  private static void check(List<String> forms, ColumnRole role) throws Unusable {
    String column = role.label();
    if (TermList.isTooLong(forms)) {
      throw new Unusable(
          "more than " + GlossaryColumns.MAX_VARIANTS + " variants of its " + column);
    }
    for (String form : forms) {
      if (form.length() > MAX_TERM) {
        throw new Unusable("its " + column + " is longer than " + MAX_TERM + " characters");
      }
      if (SafeCell.isFormula(form)) {
        throw new Unusable("its " + column + " is a formula, which a spreadsheet would run");
      }
      if (form.chars().anyMatch(Character::isISOControl)) {
        throw new Unusable("its " + column + " has a control character");
      }
    }
  }
}
