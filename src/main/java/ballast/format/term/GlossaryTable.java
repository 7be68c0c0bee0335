package ballast.format.term;

import static ballast.format.term.LanguageColumns.SOURCE_SIDE;
import static ballast.format.term.LanguageColumns.TARGET_SIDE;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.file.Characters;
import ballast.format.table.DelimitedText;
import ballast.format.table.SafeCell;
import ballast.format.table.UnusedColumn;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a glossary. The first row shows the kind of table: one of Ballast's ({@link
 * GlossaryColumns}), one with a column for each language ({@link LanguageColumns}), or one without
 * a header row.
 */
final class GlossaryTable implements DelimitedText.Sink {

  /** After this many rows with broken quotation marks, reading stops. */
  private static final int MAX_BROKEN = 1_000;

  /** Most cells in a row of a table without a header row. */
  private static final int MAX_PLAIN_CELLS = 4;

  static final String HINT =
      "the first row names the columns: zh and en, and optionally id, zh_variants, en_variants,"
          + " status, match and others; cells are separated by commas or semicolons, in a .tsv file"
          + " by tabs";

  private final String name;
  private final boolean tabs;
  private final GlossaryCollector found;
  private final List<RawTermEntry> plain = new ArrayList<>();
  private @Nullable GlossaryColumns columns;
  private @Nullable TermTable table;
  private UnusedColumn.@Nullable Counter unused;
  private String format = "";
  private int broken;

  /**
   * @param name what the user calls the file
   * @param tabs whether cells are separated by tabs, as in OmegaT's glossaries: lines that begin
   *     with {@code #} are remarks there
   */
  GlossaryTable(String name, boolean tabs) {
    this.name = name;
    this.tabs = tabs;
    this.found = new GlossaryCollector(name);
  }

  /**
   * The concepts and problems read so far.
   *
   * @throws InputException if there was no row
   */
  GlossaryReading reading() {
    return reading(format);
  }

  /**
   * The concepts and problems read so far.
   *
   * @param nameOfFormat the name of the format
   * @throws InputException if there was no row
   */
  GlossaryReading reading(String nameOfFormat) {
    if (format.isEmpty()) {
      throw new InputException("the glossary \"" + name + "\" is empty", HINT);
    }
    nameLanguages();
    plain.forEach(this::collect);
    GlossaryReading reading =
        found.reading(nameOfFormat, unused == null ? List.of() : unused.columns());
    if (table != null && reading.contents().entries() == 0 && reading.unusable() > 0) {
      // No row has terms, so the file is not a glossary.
      throw bad(reading.problems().get(0).where().line(), reading.problems().get(0).reason());
    }
    return reading;
  }

  /** The concepts and problems read so far; an empty file is not an error. */
  GlossaryReading readingOrNothing(String formatOfNothing) {
    return format.isEmpty() ? found.reading(formatOfNothing, List.of()) : reading();
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
      } else if (table != null) {
        take(table.entry(line, cells));
      }
    } catch (GlossaryRow.Unusable e) {
      found.unusable(line, String.valueOf(e.getMessage()));
    }
    return true;
  }

  private boolean isRemark(List<String> cells) {
    return tabs && columns == null && cells.get(0).startsWith("#");
  }

  /**
   * Takes an entry. Entries of a table without a header row are kept until it is known which side
   * is Chinese.
   */
  private void take(RawTermEntry entry) {
    if (entry.terms().stream().anyMatch(term -> isSide(term.lang()))) {
      plain.add(entry);
    } else {
      collect(entry);
    }
  }

  /** Collects an entry with each of the terms that its cells list. */
  private void collect(RawTermEntry entry) {
    List<RawTerm> terms = new ArrayList<>();
    for (RawTerm cell : entry.terms()) {
      List<String> texts = TermList.of(cell.text());
      if (TermList.isTooLong(texts)) {
        String lang = cell.lang().isEmpty() ? "term" : cell.lang();
        found.unusable(
            entry.line(), "more than " + GlossaryColumns.MAX_VARIANTS + " variants of its " + lang);
        return;
      }
      texts.forEach(text -> terms.add(cell.with(text)));
    }
    entry.terms().clear();
    entry.terms().addAll(terms);
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

  /** Whether a row names columns; the first row decides the kind of table. */
  private boolean isHeader(int line, List<String> cells) {
    try {
      if (GlossaryColumns.isOurs(cells) && !LanguageColumns.isDeepL(cells)) {
        columns = GlossaryColumns.of(cells);
        unused = unused(line, cells, columns.used());
        format = tabs ? "TSV" : "CSV";
        return true;
      }
      LanguageColumns languages = LanguageColumns.of(cells);
      boolean fits = tabs || (cells.size() > 1 && cells.size() <= MAX_PLAIN_CELLS);
      if (languages == null && !fits) {
        columns = GlossaryColumns.of(cells); // says what is missing
      }
      table = new TermTable(languages, !tabs);
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
      entry
          .terms()
          .replaceAll(
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
    return entry.terms().stream()
        .anyMatch(term -> term.lang().equals(side) && Han.occursIn(term.text()));
  }
}
