package ballast.app.units;

import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The result of importing one file.
 *
 * @param file its name as the user gave it
 * @param place unit of a problem's position: {@code line}, or {@code unit} in databases
 * @param mapped number of accepted texts by language code, for codes other than the wanted ones
 * @param problems the first problems, in order, preceded by one for all texts in unwanted languages
 * @param moreProblems number of further problems
 * @param damage why reading ended early; {@link Damage#NONE} if it reached the end
 */
public record ImportReport(
    String file,
    String place,
    Counts counts,
    Map<String, Long> mapped,
    List<Problem> problems,
    long moreProblems,
    Damage damage) {

  /**
   * The counts of the units of a file. A unit with several translations counts once for each.
   *
   * @param pairs units with texts in both wanted languages, accepted or not
   * @param merged units already in the memory
   * @param overwritten units whose texts replaced those of a unit in the memory
   */
  public record Counts(long pairs, long added, long merged, long overwritten, long skipped) {

    public long read() {
      return added + merged + overwritten + skipped;
    }
  }

  /**
   * A unit that was skipped or corrected. All units without letters share one problem, and so do
   * all units with texts in other languages.
   *
   * @param line start of the unit, or of the first one, from 1; see {@link #place}
   * @param skipped whether it was skipped
   * @param reason in words
   */
  public record Problem(int line, boolean skipped, String reason) {}

  /**
   * Why the reading of a file ended early.
   *
   * @param message in words; empty if it did not
   * @param hint what to try
   */
  public record Damage(String message, String hint) {

    public static final Damage NONE = new Damage("", "");
  }

  public ImportReport {
    mapped = Collections.unmodifiableMap(new LinkedHashMap<>(mapped));
    problems = List.copyOf(problems);
  }

  /** Returns why reading ended early; empty if it reached the end. */
  public String error() {
    return damage.message();
  }

  public boolean isBroken() {
    return !error().isEmpty();
  }

  /** Returns the results as lines of text. */
  public List<String> lines(int mostProblems) {
    List<String> lines = new ArrayList<>();
    lines.add(
        TerminalText.plain(
            String.format(
                Locale.ROOT,
                "%s: %s read: %,d added, %,d merged, %,d overwritten, %,d skipped",
                file,
                CountedNoun.of(counts.read(), "unit"),
                counts.added(),
                counts.merged(),
                counts.overwritten(),
                counts.skipped())));
    if (!mapped.isEmpty()) {
      lines.add(TerminalText.plain("  " + MappedCodes.inWords(mapped)));
    }
    for (Problem problem : problems.subList(0, Math.min(mostProblems, problems.size()))) {
      lines.add(
          TerminalText.plain(
              "  "
                  + place
                  + " "
                  + problem.line()
                  + ": "
                  + (problem.skipped() ? "skipped: " : "")
                  + problem.reason()));
    }
    long more = moreProblems + Math.max(0, problems.size() - mostProblems);
    if (more > 0) {
      lines.add(String.format(Locale.ROOT, "  and %,d more", more));
    }
    return lines;
  }

  /** Whether the file has units, but no pair in the wanted languages. */
  public boolean isUseless() {
    return counts.pairs() == 0 && counts.skipped() > 0;
  }

  /**
   * Language codes of accepted texts other than those of the two languages, such as en-GB or zh-TW.
   */
  public static final class MappedCodes {

    /** Maximum codes, because a hostile file may have a new one in every unit. */
    private static final int MAX_CODES = 100;

    private static final String OTHER_CODES = "others";

    private final Map<String, Long> texts = new TreeMap<>();

    void add(String code) {
      String key = texts.size() < MAX_CODES || texts.containsKey(code) ? code : OTHER_CODES;
      texts.merge(key, 1L, Long::sum);
    }

    public Map<String, Long> texts() {
      return Collections.unmodifiableMap(texts);
    }

    /**
     * Returns for example {@code texts under other language codes: en-GB (12), zh-TW (110)}; needs
     * at least one.
     */
    public static String inWords(Map<String, Long> texts) {
      return "texts under other language codes: "
          + texts.entrySet().stream()
              .map(code -> String.format(Locale.ROOT, "%s (%,d)", code.getKey(), code.getValue()))
              .collect(Collectors.joining(", "));
    }
  }

  /** Counts the units of a file that also have texts in unwanted languages. */
  public static final class LeftOutTexts {

    /** Maximum language codes listed; a hostile file may have any number. */
    private static final int NAMED = 8;

    private final TreeSet<String> codes = new TreeSet<>();
    private boolean more;
    private long units;
    private int first;

    public void add(RawUnit unit, List<Variant> texts) {
      first = units == 0 ? unit.line() : first;
      units++;
      for (Variant text : texts) {
        String code = text.lang().isEmpty() ? "no language" : text.lang();
        if (codes.size() < NAMED) {
          codes.add(code);
        } else {
          more |= !codes.contains(code);
        }
      }
    }

    public boolean isEmpty() {
      return units == 0;
    }

    /** Returns the line of the first such unit, from 1; 0 if there is none. */
    int firstLine() {
      return first;
    }

    /** Returns for example {@code texts in de, ja left out: 3 units}. */
    public String sentence() {
      String named = String.join(", ", codes) + (more ? " and others" : "");
      return "texts in " + named + " left out: " + CountedNoun.of(units, "unit");
    }
  }
}
