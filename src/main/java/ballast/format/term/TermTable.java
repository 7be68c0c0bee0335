package ballast.format.term;

import ballast.bitext.Excerpt;
import ballast.format.file.Characters;
import ballast.format.term.LanguageColumns.Column;
import ballast.format.term.LanguageColumns.Kind;
import ballast.glossary.Match;
import ballast.glossary.TermStatus;
import ballast.glossary.TermUse;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries from the rows of tables of other programs: with a column for each language or,
 * without a header row, source, target and a remark (OmegaT) or source, target and their two
 * languages (DeepL).
 */
final class TermTable {

  /** Cells in a row of DeepL: source, target, and the languages of both. */
  private static final int WITH_LANGUAGES = 4;

  /** Code points of a wrong value that a message quotes. */
  private static final int MAX_SHOWN = 40;

  /** A row that cannot be used. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason, null, false, false);
    }
  }

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
   * @throws Unusable if the row cannot be used
   */
  RawTermEntry entry(int line, List<String> cells) throws Unusable {
    return columns == null ? plain(line, cells) : byLanguage(line, cells, columns);
  }

  private RawTermEntry plain(int line, List<String> row) throws Unusable {
    List<String> cells = isNumbered(row) ? row.subList(1, row.size()) : row;
    if (cells.size() < 2) {
      throw new Unusable(
          "it has only one cell: a source and a target are needed, with a separator between");
    }
    String source = clean(cells.get(0));
    String target = clean(cells.get(1));
    if (source.isEmpty() || target.isEmpty()) {
      throw new Unusable(source.isEmpty() ? "it has no source" : "it has no target");
    }
    RawTermEntry entry = new RawTermEntry(line);
    String from = "";
    String to = "";
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

  private static String language(String cell) throws Unusable {
    String code = Characters.strip(cell);
    if (!LanguageColumns.isLanguage(code)) {
      throw new Unusable("\"" + code + "\" in its third or fourth cell is not a language code");
    }
    return code;
  }

  private static RawTermEntry byLanguage(int line, List<String> cells, LanguageColumns heads)
      throws Unusable {
    List<Column> columns = heads.columns();
    if (cells.size() > columns.size()) {
      throw new Unusable(
          "it has more cells than the first row, which has "
              + columns.size()
              + ": put quotation marks around a cell that contains a separator");
    }
    RawTermEntry entry = new RawTermEntry(line);
    for (int i = 0; i < cells.size(); i++) {
      about(entry, columns.get(i), cells.get(i));
    }
    TermStatus status = status(columns, cells);
    TermUse use = new TermUse(Match.AUTO, false, value(Kind.PART_OF_SPEECH, columns, cells));
    for (int i = 0; i < cells.size(); i++) {
      String text = clean(cells.get(i));
      if (columns.get(i).kind() == Kind.TERM && !text.isEmpty()) {
        String lang = columns.get(i).lang();
        String note = i + 1 < cells.size() ? note(columns.get(i + 1), lang, cells.get(i + 1)) : "";
        String info = next(Kind.TERM_INFO, columns, cells, i);
        entry.terms().add(term(lang, text, status, use, info).withNote(note));
      }
    }
    if (entry.terms().isEmpty()) {
      throw new Unusable("it has no term");
    }
    return entry;
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
    // Only a rendering can be forbidden, never the Chinese term.
    boolean chinese = lang.toLowerCase(Locale.ROOT).startsWith("zh");
    TermStatus own = chinese ? null : isForbidden ? TermStatus.FORBIDDEN : status;
    boolean cased = use.caseSensitive() || words.contains("casesense");
    return new RawTerm(lang, text, own, new TermUse(use.match(), cased, use.partOfSpeech()), "");
  }

  /** The cell of that kind that belongs to the term in a column; empty if there is none. */
  private static String next(Kind kind, List<Column> columns, List<String> cells, int term) {
    for (int i = term + 1; i < cells.size() && columns.get(i).kind() != Kind.TERM; i++) {
      if (columns.get(i).kind() == kind) {
        return cells.get(i);
      }
    }
    return "";
  }

  private static String note(Column column, String lang, String cell) {
    return column.kind() == Kind.TERM_NOTE && column.lang().equals(lang)
        ? Characters.strip(cell)
        : "";
  }

  private static void about(RawTermEntry entry, Column column, String cell) {
    String text = Characters.strip(cell);
    if (text.isEmpty()) {
      return;
    }
    switch (column.kind()) {
      case ID -> entry.name(clean(cell));
      case DOMAIN -> entry.domains().add(clean(cell));
      case PROJECT -> entry.projects().add(clean(cell));
      case NOTE -> entry.notes().add(text);
      case SOURCE -> entry.sources().add(clean(cell));
      default -> {
        // These belong to the terms, or are not kept.
      }
    }
  }

  private static @Nullable TermStatus status(List<Column> columns, List<String> cells)
      throws Unusable {
    String forbidden = value(Kind.FORBIDDEN, columns, cells);
    if (isYes(forbidden)) {
      return TermStatus.FORBIDDEN;
    }
    String label = value(Kind.STATUS, columns, cells);
    if (label.isEmpty()) {
      return null;
    }
    Optional<TermStatus> status =
        TermStatus.ofLabel(label).or(() -> Optional.ofNullable(TbxReader.status(label)));
    if (status.isEmpty()) {
      throw new Unusable(
          "unknown status \""
              + Excerpt.of(label, MAX_SHOWN)
              + "\": use preferred, admitted or forbidden");
    }
    return status.get();
  }

  /** Whether a cell under "Forbidden" says yes. */
  static boolean isYes(String cell) {
    return List.of("true", "yes", "1", "x").contains(cell.toLowerCase(Locale.ROOT));
  }

  private static String value(Kind kind, List<Column> columns, List<String> cells) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (columns.get(i).kind() == kind && !clean(cells.get(i)).isEmpty()) {
        values.add(clean(cells.get(i)));
      }
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  private static String clean(String cell) {
    return WhiteSpace.collapse(Characters.strip(cell));
  }
}
