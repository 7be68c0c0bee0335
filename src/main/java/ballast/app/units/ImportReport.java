package ballast.app.units;

import ballast.bitext.CountedNoun;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
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
 * @param place what the number counts that says where a unit is: {@code line}, in databases {@code
 *     unit}
 * @param counts of its units
 * @param mapped other language codes than those of the wanted languages, and how many of the texts
 *     that were taken had them
 * @param problems the first problems, in order; before them, one for all texts in languages that
 *     are not wanted
 * @param moreProblems how many more there were
 * @param damage what ended the reading; {@link Damage#NONE} when it reached the end
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
   * @param pairs units with texts in both wanted languages, taken or not
   * @param added units that the memory did not have
   * @param merged units that the memory had
   * @param overwritten units whose texts a unit of the memory got
   * @param skipped units that were not taken
   */
  public record Counts(long pairs, long added, long merged, long overwritten, long skipped) {

    /** All units of the file. */
    public long read() {
      return added + merged + overwritten + skipped;
    }
  }

  /**
   * A unit that was not taken or had to be corrected, or all units without letters, or all those of
   * which texts in other languages were left out.
   *
   * @param line where it, or the first of them, begins, counted from 1; see {@link #place}
   * @param skipped whether it was not taken
   * @param reason in words
   */
  public record Problem(int line, boolean skipped, String reason) {}

  /**
   * What ended the reading of a file before its end.
   *
   * @param message in words; empty when there is none
   * @param hint what to try
   */
  public record Damage(String message, String hint) {

    /** There is none. */
    public static final Damage NONE = new Damage("", "");
  }

  public ImportReport {
    mapped = Collections.unmodifiableMap(new LinkedHashMap<>(mapped));
    problems = List.copyOf(problems);
  }

  /** All units of the file: the sum of those that follow. */
  public long read() {
    return counts.read();
  }

  /** Units with texts in both wanted languages, taken or not. */
  public long pairs() {
    return counts.pairs();
  }

  /** Units that the memory did not have. */
  public long added() {
    return counts.added();
  }

  /** Units that the memory had. */
  public long merged() {
    return counts.merged();
  }

  /** Units whose texts a unit of the memory got. */
  public long overwritten() {
    return counts.overwritten();
  }

  /** Units that were not taken. */
  public long skipped() {
    return counts.skipped();
  }

  /** What ended the reading; empty when it reached the end. */
  public String error() {
    return damage.message();
  }

  /** Whether the file broke off. */
  public boolean isBroken() {
    return !error().isEmpty();
  }

  /** Whether it has units, but no pair in the wanted languages. */
  public boolean isUseless() {
    return pairs() == 0 && skipped() > 0;
  }

  /**
   * Language codes of texts that were taken, other than those of the two languages: en-GB, zh-TW.
   */
  public static final class MappedCodes {

    /** A hostile file may have a new one in every unit. */
    private static final int MAX_CODES = 100;

    private static final String OTHER_CODES = "others";

    private final Map<String, Long> texts = new TreeMap<>();

    void add(String code) {
      String key = texts.size() < MAX_CODES || texts.containsKey(code) ? code : OTHER_CODES;
      texts.merge(key, 1L, Long::sum);
    }

    /** How many texts had each; empty if all had the codes that were asked for. */
    public Map<String, Long> texts() {
      return Collections.unmodifiableMap(texts);
    }

    /** {@code texts under other language codes: en-GB (12), zh-TW (110)}; there must be one. */
    public static String inWords(Map<String, Long> texts) {
      return "texts under other language codes: "
          + texts.entrySet().stream()
              .map(code -> String.format(Locale.ROOT, "%s (%,d)", code.getKey(), code.getValue()))
              .collect(Collectors.joining(", "));
    }
  }

  /** Counts the units of a file that also have texts in languages that are not wanted. */
  static final class LeftOutTexts {

    /** More language codes are not named; a hostile file may have any number. */
    private static final int NAMED = 8;

    private final TreeSet<String> codes = new TreeSet<>();
    private boolean more;
    private long units;
    private int first;

    /** Counts a unit with such texts. */
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

    /** Whether no unit has any. */
    public boolean isEmpty() {
      return units == 0;
    }

    /** The line of the first unit that has some, counted from 1; 0 if there is none. */
    int firstLine() {
      return first;
    }

    /** The languages and the number of units: {@code texts in de, ja left out: 3 units}. */
    public String sentence() {
      String named = String.join(", ", codes) + (more ? " and others" : "");
      return "texts in " + named + " left out: " + CountedNoun.of(units, "unit");
    }
  }
}
