package ballast.format.term;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.file.Characters;
import ballast.format.table.DelimitedText;
import ballast.format.table.SafeCell;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
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
    GlossaryReading reading = found.reading(nameOfFormat);
    if (table != null && reading.contents().entries() == 0 && reading.unusable() > 0) {
      // No row has terms, so the file is not a glossary.
      throw bad(reading.problems().get(0).where().line(), reading.problems().get(0).reason());
    }
    return reading;
  }

  /** The concepts and problems read so far; an empty file is not an error. */
  GlossaryReading readingOrNothing(String formatOfNothing) {
    return format.isEmpty() ? found.reading(formatOfNothing) : reading();
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
    try {
      if (columns != null) {
        found.take(GlossaryRow.concept(columns, cells, new Location(name, line, 1)), line);
      } else if (table != null) {
        take(table.entry(line, cells));
      }
    } catch (GlossaryRow.Unusable | TermTable.Unusable e) {
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
    if (entry.terms().get(0).lang().isEmpty()) {
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
        format = tabs ? "TSV" : "CSV";
        return true;
      }
      boolean sides = LanguageColumns.isSides(cells);
      LanguageColumns languages = sides ? null : LanguageColumns.of(cells);
      boolean fits = tabs || (cells.size() > 1 && cells.size() <= MAX_PLAIN_CELLS);
      if (languages == null && !fits) {
        columns = GlossaryColumns.of(cells); // says what is missing
      }
      table = new TermTable(languages, !tabs && !sides);
      format =
          (tabs ? "TSV" : "CSV")
              + (sides ? "" : languages == null ? " without heads" : " by language");
      return sides || languages != null;
    } catch (GlossaryColumns.BadHeader e) {
      throw new InputException(
          "the glossary \"" + name + "\", line " + line + ", " + e.getMessage(), HINT);
    }
  }

  private InputException bad(int line, @Nullable String reason) {
    return new InputException(
        "cannot read the glossary \"" + name + "\", line " + line + ": " + reason, HINT);
  }

  /** Names the side with more Han Chinese and the other English; neither if there is no Han. */
  private void nameLanguages() {
    long first = plain.stream().filter(entry -> hasHan(entry.terms().get(0))).count();
    long second = plain.stream().filter(entry -> hasHan(entry.terms().get(1))).count();
    if (first == second) {
      return;
    }
    int chinese = first > second ? 0 : 1;
    for (RawTermEntry entry : plain) {
      List<RawTerm> terms = entry.terms();
      for (int side = 0; side < 2; side++) {
        terms.set(side, RawTerm.of(side == chinese ? "zh" : "en", terms.get(side).text()));
      }
    }
  }

  private static boolean hasHan(RawTerm term) {
    return Han.occursIn(term.text());
  }
}
