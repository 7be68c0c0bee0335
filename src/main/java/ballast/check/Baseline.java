package ballast.check;

import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Findings that a team has seen and accepts for now. A finding is identified by its rule, its term
 * and the source and target text, not by its place: it reappears if a sentence is changed but not
 * if it is moved. Immutable.
 */
public final class Baseline {

  /** What stands between the message and the reason. */
  private static final String BEFORE_REASON = " – ";

  private static final String HEAD = "# ballast baseline 1";

  private static final int CELLS = 5;

  /** A cell as spreadsheets quote it: quotation marks inside are doubled. */
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*+\"");

  /** Hexadecimal digits of the SHA-256 of both texts that are kept: 80 bits. */
  private static final int DIGITS = 20;

  /**
   * The identity of a finding.
   *
   * @param rule id of the rule
   * @param term id of the concept; empty when none is concerned
   * @param texts digest of source and target text
   */
  record Key(String rule, String term, String texts) implements Comparable<Key> {

    static Key of(LocatedFinding checked) {
      Passage passage = checked.place().value();
      return new Key(
          checked.finding().rule(),
          checked.finding().term(),
          digest(passage.source() + '\n' + passage.target()));
    }

    @Override
    public int compareTo(Key other) {
      int byRule = rule.compareTo(other.rule);
      int byTerm = byRule != 0 ? byRule : term.compareTo(other.term);
      return byTerm != 0 ? byTerm : texts.compareTo(other.texts);
    }
  }

  /** The number of occurrences, and the message for readers of the file. */
  private record Entry(int count, String message) {}

  /** An empty baseline. */
  public static final Baseline NONE = new Baseline(Map.of());

  private final Map<Key, Entry> entries;

  private Baseline(Map<Key, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  private static Baseline of(List<LocatedFinding> findings) {
    Map<Key, Entry> entries = new HashMap<>();
    for (LocatedFinding checked : findings) {
      Entry entry = new Entry(1, checked.finding().message());
      entries.merge(
          plainKey(checked), entry, (one, more) -> new Entry(one.count() + 1, one.message()));
    }
    return new Baseline(entries);
  }

  /**
   * Reads a baseline, also one that a spreadsheet has saved: with tabs after the last cell of a
   * line, and with quotation marks around cells.
   *
   * @param name what the user calls the file
   * @throws InputException if a line does not have the form of a baseline's
   */
  public static Baseline read(List<String> lines, String name) {
    if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(HEAD)) {
      throw new InputException(
          "\"" + name + "\" is not a baseline: its first line is not \"" + HEAD + "\"",
          "make one with --update-baseline");
    }
    Map<Key, Entry> entries = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = cells(lines.get(i));
      if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
        continue;
      }
      if (cells.length != CELLS || !cells[3].matches("[1-9]\\d{0,5}")) {
        throw new InputException(
            "\"" + name + "\", line " + (i + 1) + ": not a line of a baseline",
            "correct it, or make the file again with --update-baseline");
      }
      Entry entry = new Entry(Integer.parseInt(cells[3]), cells[4]);
      entries.put(new Key(cells[0], cells[1], cells[2]), entry);
    }
    return new Baseline(entries);
  }

  private static String[] cells(String line) {
    return Arrays.stream(line.split("\t", -1))
        .limit(CELLS)
        .map(
            cell ->
                QUOTED.matcher(cell).matches()
                    ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                    : cell)
        .toArray(String[]::new);
  }

  /** The lines of the file: rule, term, digest of the texts, count, message; in a stable order. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    new TreeMap<>(entries)
        .forEach(
            (key, entry) ->
                lines.add(
                    String.join(
                        "\t",
                        key.rule(),
                        plain(key.term()),
                        key.texts(),
                        String.valueOf(entry.count()),
                        plain(entry.message()))));
    return lines;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }

  /**
   * The findings that are not in this baseline, in their order; of repeated ones, those beyond the
   * recorded count.
   */
  public List<LocatedFinding> without(List<LocatedFinding> findings) {
    Map<Key, Integer> left = new HashMap<>();
    entries.forEach((key, entry) -> left.put(key, entry.count()));
    List<LocatedFinding> remaining = new ArrayList<>();
    for (LocatedFinding checked : findings) {
      if (left.merge(plainKey(checked), -1, Integer::sum) < 0) {
        remaining.add(checked);
      }
    }
    return remaining;
  }

  private static Key plainKey(LocatedFinding checked) {
    Key key = Key.of(checked);
    return new Key(key.rule(), plain(key.term()), key.texts());
  }

  /**
   * This baseline without what matches none of these findings: of a finding that stands less often
   * than recorded, the lower count stays.
   *
   * @param considered whether a rule and term were checked: entries of others stay
   */
  public Baseline pruned(List<LocatedFinding> findings, BiPredicate<String, String> considered) {
    Map<Key, Entry> alive = others(considered);
    of(findings)
        .entries
        .forEach(
            (key, found) -> {
              Entry entry = entries.get(key);
              if (entry != null && considered.test(key.rule(), key.term())) {
                alive.put(key, new Entry(Math.min(entry.count(), found.count()), entry.message()));
              }
            });
    return new Baseline(alive);
  }

  /**
   * A baseline of exactly these findings, plus the entries of this one that were not considered.
   * What stands beside a finding that it has already, stays.
   */
  public Baseline updated(List<LocatedFinding> findings, BiPredicate<String, String> considered) {
    Map<Key, Entry> all = others(considered);
    of(findings)
        .entries
        .forEach(
            (key, entry) -> {
              Entry known = entries.getOrDefault(key, entry);
              all.put(key, new Entry(entry.count(), known.message()));
            });
    return new Baseline(all);
  }

  /**
   * This baseline with one more finding.
   *
   * @param reason why it is accepted, and by whom; for readers of the file, beside the message
   */
  public Baseline with(LocatedFinding checked, String reason) {
    Map<Key, Entry> all = new HashMap<>(entries);
    Entry entry = new Entry(1, checked.finding().message() + BEFORE_REASON + reason);
    all.merge(
        plainKey(checked), entry, (known, more) -> new Entry(known.count() + 1, more.message()));
    return new Baseline(all);
  }

  /** This baseline with one finding less; the same if it does not have it. */
  public Baseline minus(LocatedFinding checked) {
    Map<Key, Entry> all = new HashMap<>(entries);
    all.computeIfPresent(
        plainKey(checked),
        (key, known) -> known.count() == 1 ? null : new Entry(known.count() - 1, known.message()));
    return new Baseline(all);
  }

  /** Why a finding is accepted, as {@link #with} was told; empty if nobody has said so. */
  public String reason(LocatedFinding checked) {
    Entry entry = entries.get(plainKey(checked));
    String message = plain(checked.finding().message()) + BEFORE_REASON;
    return entry == null || !entry.message().startsWith(message)
        ? ""
        : entry.message().substring(message.length());
  }

  private Map<Key, Entry> others(BiPredicate<String, String> considered) {
    Map<Key, Entry> unexamined = new HashMap<>(entries);
    unexamined.keySet().removeIf(key -> considered.test(key.rule(), key.term()));
    return unexamined;
  }

  /** The number of findings; one that stands several times counts as often. */
  public int size() {
    return entries.values().stream().mapToInt(Entry::count).sum();
  }

  private static String digest(String text) {
    return Sha256.hex(text).substring(0, DIGITS);
  }

  /** The identity of a finding as one word, for tools that track findings across versions. */
  public static String fingerprint(LocatedFinding checked) {
    Key key = Key.of(checked);
    return digest(key.rule() + '\t' + key.term() + '\t' + key.texts());
  }
}
