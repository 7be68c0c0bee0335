package ballast.format.term;

import static ballast.format.term.LanguageColumns.SOURCE_SIDE;
import static ballast.format.term.LanguageColumns.TARGET_SIDE;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.file.Characters;
import ballast.format.table.ColumnRole;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.format.table.DelimitedText;
import ballast.format.table.SafeCell;
import ballast.format.term.LanguageColumns.Column;
import ballast.format.term.RawTermEntry.RawTerm;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a glossary. The first row shows the kind of table: one of Ballast's ({@link
 * GlossaryColumns}), one with a column for each language ({@link LanguageColumns}), or one without
 * a header row.
 */
final class GlossaryTable implements DelimitedText.Sink {

  /** Number of rows with broken quotation marks after which reading stops. */
  private static final int MAX_BROKEN = 1_000;

  private static final int MAX_PLAIN_CELLS = 4;
  private static final int WITH_LANGUAGES = 4;

  private static final List<String> NO = List.of("false", "no");

  static final String HINT =
      "the first row names the columns: zh and en, and optionally id, zh_variants, en_variants,"
          + " status, match and others; cells are separated by commas or semicolons, in a .tsv file"
          + " by tabs";

  private final String name;
  private final boolean tabs;
  private final String encoding;
  private final GlossaryCollector found;
  private final List<RawTermEntry> plain = new ArrayList<>();
  private @Nullable GlossaryColumns columns;
  private @Nullable LanguageColumns languages;
  private UnusedColumn.@Nullable Counter unused;
  private String format = "";
  private int broken;

  /**
   * @param tabs whether cells are separated by tabs, as in OmegaT's glossaries: there lines that
   *     begin with {@code #} are remarks
   * @param encoding words about the encoding, after the name of the format; may be empty
   */
  GlossaryTable(String name, boolean tabs, String encoding) {
    this.name = name;
    this.tabs = tabs;
    this.encoding = encoding;
    this.found = new GlossaryCollector(name);
  }

  GlossaryReading reading() {
    return reading(format + encoding);
  }

  GlossaryReading reading(String nameOfFormat) {
    if (format.isEmpty()) {
      throw new InputException("the glossary \"" + name + "\" is empty", HINT);
    }
    nameLanguages();
    plain.forEach(this::collect);
    GlossaryReading reading =
        found.reading(nameOfFormat, unused == null ? List.of() : unused.columns());
    if (columns == null && reading.contents().entries() == 0 && reading.unusable() > 0) {
      // No row has terms, so the file is not a glossary.
      throw bad(reading.problems().get(0).where().line(), reading.problems().get(0).reason());
    }
    return reading;
  }

  /** An empty file is not an error. */
  GlossaryReading readingOrNothing() {
    return format.isEmpty() ? found.reading("TSV" + encoding, List.of()) : reading();
  }

  @Override
  public boolean row(int line, List<String> written) {
    List<String> cells = written.stream().map(SafeCell::read).toList();
    if (cells.stream().allMatch(Characters::isBlank) || isRemark(cells)) {
      return true;
    }
    if (format.isEmpty() && isHeader(line, cells)) {
      return true;
    }
    if (unused != null) {
      unused.count(cells);
    }
    try {
      if (columns != null) {
        found.take(GlossaryRow.concept(columns, cells, new Location(name, line, 1)), line);
      } else {
        take(languages == null ? withoutHeads(line, cells) : byLanguage(line, cells, languages));
      }
    } catch (GlossaryRow.Unusable e) {
      found.unusable(line, String.valueOf(e.getMessage()));
    }
    return true;
  }

  private boolean isRemark(List<String> cells) {
    return tabs && columns == null && cells.get(0).startsWith("#");
  }

  /** Entries of a table without a header row are kept until the Chinese side is known. */
  private void take(RawTermEntry entry) {
    if (entry.terms.stream().anyMatch(term -> isSide(term.lang()))) {
      plain.add(entry);
    } else {
      collect(entry);
    }
  }

  private void collect(RawTermEntry entry) {
    List<RawTerm> terms = new ArrayList<>();
    for (RawTerm cell : entry.terms) {
      List<String> texts = TermList.of(cell.text());
      if (TermList.isTooLong(texts)) {
        String lang = cell.lang().isEmpty() ? "term" : cell.lang();
        found.unusable(
            entry.line, "more than " + GlossaryColumns.MAX_VARIANTS + " variants of its " + lang);
        return;
      }
      texts.forEach(text -> terms.add(cell.with(text)));
    }
    entry.terms.clear();
    entry.terms.addAll(terms);
    found.take(entry);
  }

  @Override
  public boolean broken(int line, String reason) {
    if (format.isEmpty()) {
      throw bad(line, reason);
    }
    broken++;
    boolean tooMany = broken == MAX_BROKEN;
    found.unusable(
        line, tooMany ? "the rest was not read: " + MAX_BROKEN + " rows are broken" : reason);
    return !tooMany;
  }

  private boolean isHeader(int line, List<String> cells) {
    try {
      if (GlossaryColumns.isOurs(cells) && !LanguageColumns.isDeepL(cells)) {
        columns = GlossaryColumns.of(cells);
        unused = unused(line, cells, columns.used());
        format = tabs ? "TSV" : "CSV";
        return true;
      }
      languages = LanguageColumns.of(cells);
      boolean fits = tabs || (cells.size() > 1 && cells.size() <= MAX_PLAIN_CELLS);
      if (languages == null && !fits) {
        columns = GlossaryColumns.of(cells); // reports the missing columns
      }
      format = tabs ? "TSV" : "CSV";
      if (languages == null) {
        format += " without heads";
        return false;
      }
      unused = unused(line, cells, languages.used());
      format += languages.hasSides() ? "" : " by language";
      return true;
    } catch (GlossaryColumns.BadHeader e) {
      throw new InputException(
          "the glossary \"" + name + "\", line " + line + ", " + e.getMessage(), HINT);
    }
  }

  private UnusedColumn.Counter unused(int line, List<String> heads, Set<Integer> used) {
    return new UnusedColumn.Counter(
        heads, new Location(name, line, 1), used, GlossaryColumns.ROLES);
  }

  private InputException bad(int line, @Nullable String reason) {
    return new InputException(
        "cannot read the glossary \"" + name + "\", line " + line + ": " + reason, HINT);
  }

  /** Names the side with more Han Chinese and the other English; neither if there is no Han. */
  private void nameLanguages() {
    long source = plain.stream().filter(entry -> hasHan(entry, SOURCE_SIDE)).count();
    long target = plain.stream().filter(entry -> hasHan(entry, TARGET_SIDE)).count();
    String first = source == target ? "" : source > target ? "zh" : "en";
    String second = source == target ? "" : source > target ? "en" : "zh";
    for (RawTermEntry entry : plain) {
      entry.terms.replaceAll(
          term ->
              isSide(term.lang())
                  ? term.in(term.lang().equals(SOURCE_SIDE) ? first : second)
                  : term);
    }
  }

  private static boolean isSide(String lang) {
    return lang.equals(SOURCE_SIDE) || lang.equals(TARGET_SIDE);
  }

  private static boolean hasHan(RawTermEntry entry, String side) {
    return entry.terms.stream()
        .anyMatch(term -> term.lang().equals(side) && Han.occursIn(term.text()));
  }

  /**
   * Makes an entry from a row of source, target and a remark (OmegaT) or of source, target and
   * their two languages (DeepL).
   */
  private RawTermEntry withoutHeads(int line, List<String> row) throws GlossaryRow.Unusable {
    List<String> cells = isNumbered(row) ? row.subList(1, row.size()) : row;
    if (cells.size() < 2) {
      throw new GlossaryRow.Unusable(
          "it has only one cell: a source and a target are needed, with a separator between");
    }
    String source = GlossaryColumns.clean(cells.get(0));
    String target = GlossaryColumns.clean(cells.get(1));
    if (source.isEmpty() || target.isEmpty()) {
      throw new GlossaryRow.Unusable(source.isEmpty() ? "it has no source" : "it has no target");
    }
    RawTermEntry entry = new RawTermEntry(line);
    String from = SOURCE_SIDE;
    String to = TARGET_SIDE;
    if (!tabs && cells.size() == WITH_LANGUAGES) {
      from = language(cells.get(2));
      to = language(cells.get(3));
    } else {
      for (String remark : cells.subList(2, cells.size())) {
        String note = Characters.strip(remark);
        if (!note.isEmpty()) {
          entry.notes.add(note);
        }
      }
    }
    entry.terms.add(RawTerm.of(from, source));
    entry.terms.add(RawTerm.of(to, target));
    return entry;
  }

  /** Whether a row begins with its number, followed by a Chinese and another term. */
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
    entry.id = value(ColumnRole.ID, heads, cells);
    TermStatus status = status(heads, cells);
    TermUse use =
        GlossaryRow.use(
            value(ColumnRole.MATCH, heads, cells),
            value(ColumnRole.CASE, heads, cells),
            value(ColumnRole.PART_OF_SPEECH, heads, cells));
    for (int i = 0; i < cells.size(); i++) {
      String text = GlossaryColumns.clean(cells.get(i));
      if (columns.get(i).role() == ColumnRole.TERM && !text.isEmpty()) {
        String lang = columns.get(i).lang();
        String note = i + 1 < cells.size() ? note(columns.get(i + 1), cells.get(i + 1)) : "";
        String info = next(ColumnRole.TERM_INFO, columns, cells, i);
        entry.terms.add(term(lang, text, status, use, info).withNote(note));
      }
    }
    if (entry.terms.isEmpty()) {
      throw new GlossaryRow.Unusable("it has no term");
    }
    addOthers(entry, heads, cells, status, use);
    return entry;
  }

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
        entry.terms.add(term(heads.codeOf("zh"), GlossaryColumns.clean(text), null, use, ""));
      } else if (role == ColumnRole.ENGLISH_VARIANTS) {
        entry.terms.add(term(heads.codeOf("en"), GlossaryColumns.clean(text), status, use, ""));
      } else if (role == ColumnRole.FORBIDDEN
          && !GlossaryRow.isYes(text)
          && !GlossaryRow.isNo(text)) {
        String lang = heads.hasSides() ? TARGET_SIDE : heads.codeOf("en");
        String words = TermList.byLine(text);
        entry.terms.add(new RawTerm(lang, words, TermStatus.FORBIDDEN, use, ""));
      }
    }
  }

  /**
   * @param info memoQ's words for it, such as {@code CaseSense} and {@code Forbidden}
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

  private static String next(ColumnRole role, List<Column> columns, List<String> cells, int term) {
    for (int i = term + 1; i < cells.size() && columns.get(i).role() != ColumnRole.TERM; i++) {
      if (columns.get(i).role() == role) {
        return cells.get(i);
      }
    }
    return "";
  }

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
      case DOMAIN -> entry.domains.add(GlossaryColumns.clean(cell));
      case PROJECT -> entry.projects.add(GlossaryColumns.clean(cell));
      case NOT_IN -> entry.notIn.addAll(GlossaryColumns.values(cell));
      case ONLY_IF -> entry.onlyIf.addAll(GlossaryColumns.values(cell));
      case NOT_IF -> entry.notIf.addAll(GlossaryColumns.values(cell));
      case DEFINITION -> entry.notes.add(text);
      case AUTHORITY -> entry.sources.add(GlossaryColumns.clean(cell));
      case NOTE -> {
        if (column.lang().isEmpty()) {
          entry.notes.add(text);
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

  private static String value(ColumnRole role, LanguageColumns heads, List<String> cells) {
    int place = heads.only(role);
    return place >= 0 && place < cells.size() ? GlossaryColumns.clean(cells.get(place)) : "";
  }
}
