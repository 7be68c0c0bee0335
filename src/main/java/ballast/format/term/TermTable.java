package ballast.format.term;

import ballast.format.file.Characters;
import ballast.format.table.ColumnRole;
import ballast.format.term.LanguageColumns.Column;
import ballast.glossary.TermStatus;
import ballast.glossary.TermUse;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries from the rows of tables of other programs: with a column for each language or,
 * without a header row, source, target and a remark (OmegaT) or source, target and their two
 * languages (DeepL).
 */
final class TermTable {

  /** Cells in a row of DeepL: source, target, and the languages of both. */
  private static final int WITH_LANGUAGES = 4;

  private static final List<String> NO = List.of("false", "no");

  private final @Nullable LanguageColumns columns;
  private final boolean withLanguages;

  /**
   * @param columns null if there is no header row
   * @param withLanguages whether the last two of four cells without a header row are languages
   */
  TermTable(@Nullable LanguageColumns columns, boolean withLanguages) {
    this.columns = columns;
    this.withLanguages = withLanguages;
  }

  /**
   * The entry of a row.
   *
   * @throws GlossaryRow.Unusable if the row cannot be used
   */
  RawTermEntry entry(int line, List<String> cells) throws GlossaryRow.Unusable {
    return columns == null ? plain(line, cells) : byLanguage(line, cells, columns);
  }

  private RawTermEntry plain(int line, List<String> row) throws GlossaryRow.Unusable {
    List<String> cells = isNumbered(row) ? row.subList(1, row.size()) : row;
    if (cells.size() < 2) {
      throw new GlossaryRow.Unusable(
          "it has only one cell: a source and a target are needed, with a separator between");
    }
    String source = clean(cells.get(0));
    String target = clean(cells.get(1));
    if (source.isEmpty() || target.isEmpty()) {
      throw new GlossaryRow.Unusable(source.isEmpty() ? "it has no source" : "it has no target");
    }
    RawTermEntry entry = new RawTermEntry(line);
    String from = LanguageColumns.SOURCE_SIDE;
    String to = LanguageColumns.TARGET_SIDE;
    if (withLanguages && cells.size() == WITH_LANGUAGES) {
      from = language(cells.get(2));
      to = language(cells.get(3));
    } else {
      for (String remark : cells.subList(2, cells.size())) {
        String note = Characters.strip(remark);
        if (!note.isEmpty()) {
          entry.notes().add(note);
        }
      }
    }
    entry.terms().add(RawTerm.of(from, source));
    entry.terms().add(RawTerm.of(to, target));
    return entry;
  }

  /** Whether a row begins with its number: then a Chinese and another term stand behind it. */
  private static boolean isNumbered(List<String> row) {
    return row.size() > 2
        && row.get(0).strip().matches("\\d{1,6}[.)]?")
        && Han.occursIn(row.get(1)) != Han.occursIn(row.get(2));
  }

  private static String language(String cell) throws GlossaryRow.Unusable {
    String code = Characters.strip(cell);
    if (!LanguageColumns.isLanguage(code)) {
      throw new GlossaryRow.Unusable(
          "\"" + code + "\" in its third or fourth cell is not a language code");
    }
    return code;
  }

  private static RawTermEntry byLanguage(int line, List<String> cells, LanguageColumns heads)
      throws GlossaryRow.Unusable {
    List<Column> columns = heads.columns();
    if (cells.size() > columns.size()) {
      throw new GlossaryRow.Unusable(
          "it has more cells than the first row, which has "
              + columns.size()
              + ": put quotation marks around a cell that contains a separator");
    }
    RawTermEntry entry = new RawTermEntry(line);
    for (int i = 0; i < cells.size(); i++) {
      about(entry, columns.get(i), cells.get(i));
    }
    entry.name(value(ColumnRole.ID, heads, cells));
    TermStatus status = status(heads, cells);
    TermUse use =
        GlossaryRow.use(
            value(ColumnRole.MATCH, heads, cells),
            value(ColumnRole.CASE, heads, cells),
            value(ColumnRole.PART_OF_SPEECH, heads, cells));
    for (int i = 0; i < cells.size(); i++) {
      String text = clean(cells.get(i));
      if (columns.get(i).role() == ColumnRole.TERM && !text.isEmpty()) {
        String lang = columns.get(i).lang();
        String note = i + 1 < cells.size() ? note(columns.get(i + 1), cells.get(i + 1)) : "";
        String info = next(ColumnRole.TERM_INFO, columns, cells, i);
        entry.terms().add(term(lang, text, status, use, info).withNote(note));
      }
    }
    if (entry.terms().isEmpty()) {
      throw new GlossaryRow.Unusable("it has no term");
    }
    addOthers(entry, heads, cells, status, use);
    return entry;
  }

  /** Adds the variants and the words not to be used. */
  private static void addOthers(
      RawTermEntry entry,
      LanguageColumns heads,
      List<String> cells,
      @Nullable TermStatus status,
      TermUse use) {
    for (int i = 0; i < cells.size(); i++) {
      String text = Characters.strip(cells.get(i));
      ColumnRole role = heads.columns().get(i).role();
      if (text.isEmpty()) {
        continue;
      }
      if (role == ColumnRole.CHINESE_VARIANTS) {
        entry.terms().add(term(heads.codeOf("zh"), clean(text), null, use, ""));
      } else if (role == ColumnRole.ENGLISH_VARIANTS) {
        entry.terms().add(term(heads.codeOf("en"), clean(text), status, use, ""));
      } else if (role == ColumnRole.FORBIDDEN
          && !GlossaryRow.isYes(text)
          && !GlossaryRow.isNo(text)) {
        String lang = heads.hasSides() ? LanguageColumns.TARGET_SIDE : heads.codeOf("en");
        String words = TermList.byLine(text);
        entry.terms().add(new RawTerm(lang, words, TermStatus.FORBIDDEN, use, ""));
      }
    }
  }

  /**
   * A term with what is known about it.
   *
   * @param info what memoQ says about it: words such as {@code CaseSense} and {@code Forbidden}
   */
  private static RawTerm term(
      String lang, String text, @Nullable TermStatus status, TermUse use, String info) {
    List<String> words = List.of(info.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    int forbidden = words.indexOf("forbidden");
    boolean isForbidden =
        forbidden >= 0 && (forbidden + 1 == words.size() || !NO.contains(words.get(forbidden + 1)));
    boolean cased = use.caseSensitive() || words.contains("casesense");
    TermUse own = new TermUse(use.match(), cased, use.partOfSpeech());
    return new RawTerm(lang, text, isForbidden ? TermStatus.FORBIDDEN : status, own, "").inUse();
  }

  /** The cell of that role that belongs to the term in a column; empty if there is none. */
  private static String next(ColumnRole role, List<Column> columns, List<String> cells, int term) {
    for (int i = term + 1; i < cells.size() && columns.get(i).role() != ColumnRole.TERM; i++) {
      if (columns.get(i).role() == role) {
        return cells.get(i);
      }
    }
    return "";
  }

  /** The note on the term in the column before; empty if the column is something else. */
  private static String note(Column column, String cell) {
    boolean isNote = column.role() == ColumnRole.NOTE && !column.lang().isEmpty();
    return isNote ? Characters.strip(cell) : "";
  }

  private static void about(RawTermEntry entry, Column column, String cell) {
    String text = Characters.strip(cell);
    if (text.isEmpty()) {
      return;
    }
    switch (column.role()) {
      case DOMAIN -> entry.domains().add(clean(cell));
      case PROJECT -> entry.projects().add(clean(cell));
      case NOT_IN -> entry.notIn().addAll(GlossaryColumns.values(cell));
      case ONLY_IF -> entry.onlyIf().addAll(GlossaryColumns.values(cell));
      case NOT_IF -> entry.notIf().addAll(GlossaryColumns.values(cell));
      case DEFINITION -> entry.notes().add(text);
      case AUTHORITY -> entry.sources().add(clean(cell));
      case NOTE -> {
        if (column.lang().isEmpty()) {
          entry.notes().add(text);
        }
      }
      default -> {
        // These belong to the terms, or are not kept.
      }
    }
  }

  private static @Nullable TermStatus status(LanguageColumns heads, List<String> cells)
      throws GlossaryRow.Unusable {
    for (int i = 0; i < cells.size(); i++) {
      if (heads.columns().get(i).role() == ColumnRole.FORBIDDEN
          && GlossaryRow.isYes(cells.get(i))) {
        return TermStatus.FORBIDDEN;
      }
    }
    String label = value(ColumnRole.STATUS, heads, cells);
    return label.isEmpty() ? null : GlossaryRow.status(label);
  }

  /** The cell of a role that only one column has, on one line; empty if there is none. */
  private static String value(ColumnRole role, LanguageColumns heads, List<String> cells) {
    int place = heads.only(role);
    return place >= 0 && place < cells.size() ? clean(cells.get(place)) : "";
  }

  private static String clean(String cell) {
    return WhiteSpace.collapse(Characters.strip(cell));
  }
}
