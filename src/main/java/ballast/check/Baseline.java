package ballast.check;

import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Findings that a team has seen and accepts for now. Immutable.
 *
 * <p>A finding is identified by its rule, its term and the source and target text: it reappears if
 * a sentence is changed but not if it is moved. An entry also names its file or document, because
 * only a check of that place can tell that the finding no longer occurs.
 */
public final class Baseline {

  private static final String BEFORE_REASON = " – ";

  private static final String HEAD = "# ballast baseline 1";

  /** Prefix of the name of a document in the memory; no file path starts with two slashes. */
  private static final String DOCUMENT = "//";

  private static final int MIN_CELLS = 6;

  /** Cells of an entry about two places. */
  private static final int MAX_CELLS = 7;

  private static final int COUNT = 3;

  /** A cell as spreadsheets quote it: quotation marks inside are doubled. */
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*+\"");

  /** Hexadecimal digits kept of the SHA-256 of both texts: 80 bits. */
  private static final int DIGITS = 20;

  public interface Scope {

    /** The file of a pair, or its {@link #document}, as in the entries. */
    String place(CheckedPair<Passage> pair);

    boolean covers(String rule, String term, String place);
  }

  /** The place of the units of a document in the memory; empty for those without a document. */
  public static String document(String name) {
    return DOCUMENT + name;
  }

  /** The document of a place; empty if the place is a file. */
  public static Optional<String> documentOf(String place) {
    return place.startsWith(DOCUMENT)
        ? Optional.of(place.substring(DOCUMENT.length()))
        : Optional.empty();
  }

  /** The term is empty if no term is concerned. */
  private record Key(String rule, String term, String texts, String place)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::rule)
            .thenComparing(Key::term)
            .thenComparing(Key::texts)
            .thenComparing(Key::place);

    static Key of(LocatedFinding checked, String place) {
      Passage passage = checked.place().value();
      return new Key(
          checked.finding().rule(),
          plain(checked.finding().term()),
          digest(passage.source() + '\n' + passage.target()),
          plain(place));
    }

    Key anywhere() {
      return new Key(rule, term, texts, "");
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param compared place of the pair it was compared with; empty if there is none, or it is the
   *     same place
   */
  private record Entry(int count, String compared, String message) {
    Entry times(int other) {
      return new Entry(other, compared, message);
    }

    Entry comparedIn(String other) {
      return new Entry(count, other, message);
    }
  }

  public static final Baseline NONE = new Baseline(Map.of());

  private final Map<Key, Entry> entries;

  private Baseline(Map<Key, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  private static SortedMap<Key, Entry> of(List<LocatedFinding> findings, Scope scope) {
    SortedMap<Key, Entry> entries = new TreeMap<>();
    for (LocatedFinding checked : findings) {
      Key key = Key.of(checked, scope.place(checked.place()));
      String compared =
          checked.others().isEmpty() ? "" : plain(scope.place(checked.others().get(0)));
      Entry entry =
          new Entry(1, compared.equals(key.place()) ? "" : compared, checked.finding().message());
      entries.merge(key, entry, (one, more) -> one.times(one.count() + 1));
    }
    return entries;
  }

  public static boolean isHead(String line) {
    return line.stripTrailing().equals(HEAD);
  }

  /**
   * Reads a baseline, including one saved by a spreadsheet: with tabs after the last cell of a
   * line, and with quotation marks around cells.
   *
   * @throws InputException if a line does not have the form of a baseline's
   */
  public static Baseline read(List<String> lines, String name) {
    if (lines.isEmpty() || !isHead(lines.get(0))) {
      throw new InputException(
          "\"" + name + "\" is not a baseline: its first line is not \"" + HEAD + "\"",
          "make one with --update-baseline");
    }
    Map<Key, Entry> entries = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
        continue;
      }
      List<String> cells = cells(lines.get(i));
      if (cells.size() < MIN_CELLS
          || cells.size() > MAX_CELLS
          || !cells.get(COUNT).matches("[1-9]\\d{0,5}")) {
        throw new InputException(
            "\"" + name + "\", line " + (i + 1) + ": not a line of a baseline",
            "correct it, or make the file again with --update-baseline");
      }
      String compared = cells.size() < MAX_CELLS ? "" : cells.get(COUNT + 2);
      Entry entry =
          new Entry(Integer.parseInt(cells.get(COUNT)), compared, cells.get(cells.size() - 1));
      entries.put(new Key(cells.get(0), cells.get(1), cells.get(2), cells.get(COUNT + 1)), entry);
    }
    return new Baseline(entries);
  }

  /** The cells without the empty ones that a spreadsheet adds at the end of the line. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split("\t", -1)) {
      cells.add(
          QUOTED.matcher(cell).matches()
              ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
              : cell);
    }
    while (cells.size() > MIN_CELLS && cells.get(cells.size() - 1).isBlank()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  /**
   * The lines of the file, in a stable order: rule, term, digest of the texts, count, place, place
   * of the compared pair if it is another one, message.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    new TreeMap<>(entries)
        .forEach(
            (key, entry) -> {
              List<String> cells =
                  new ArrayList<>(
                      List.of(key.rule(), key.term(), key.texts(), String.valueOf(entry.count())));
              Stream.of(key.place(), entry.compared())
                  .filter(place -> !place.isEmpty())
                  .forEach(cells::add);
              cells.add(plain(entry.message()));
              lines.add(String.join("\t", cells));
            });
    return lines;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }

  /**
   * The findings that are not in this baseline, in their order. Repeated findings beyond the
   * recorded count remain.
   */
  public List<LocatedFinding> without(List<LocatedFinding> findings) {
    Map<Key, Integer> left = new HashMap<>();
    entries.forEach((key, entry) -> left.merge(key.anywhere(), entry.count(), Integer::sum));
    List<LocatedFinding> remaining = new ArrayList<>();
    for (LocatedFinding checked : findings) {
      if (left.merge(Key.of(checked, ""), -1, Integer::sum) < 0) {
        remaining.add(checked);
      }
    }
    return remaining;
  }

  /**
   * This baseline without the entries that a check covered and did not find. If a finding occurs
   * less often than recorded, the lower count remains. Moved findings get their new place.
   */
  public Baseline pruned(List<LocatedFinding> findings, Scope scope) {
    SortedMap<Key, Entry> found = of(findings, scope);
    Map<Key, Entry> alive = new HashMap<>();
    Map<Key, Entry> spare = new HashMap<>();
    Predicate<Map.Entry<Key, Entry>> covered = covered(scope);
    for (Map.Entry<Key, Entry> one : entries.entrySet()) {
      Key key = one.getKey();
      Entry entry = one.getValue();
      if (!covered.test(one)) {
        alive.put(key, entry);
        continue;
      }
      Entry still = found.get(key);
      int count = still == null ? 0 : Math.min(entry.count(), still.count());
      if (still != null) {
        alive.put(key, entry.times(count).comparedIn(still.compared()));
      }
      spare.merge(
          key.anywhere(),
          entry.times(entry.count() - count),
          (some, more) -> some.times(some.count() + more.count()));
    }
    found.forEach((key, entry) -> move(key, entry, alive, spare));
    return new Baseline(alive);
  }

  /** Uses entries of other places for findings beyond the known count. */
  private static void move(Key key, Entry found, Map<Key, Entry> alive, Map<Key, Entry> spare) {
    Entry known = alive.get(key);
    Entry moved = spare.get(key.anywhere());
    int open = found.count() - (known == null ? 0 : known.count());
    if (moved == null || open <= 0 || moved.count() == 0) {
      return;
    }
    int count = Math.min(open, moved.count());
    spare.put(key.anywhere(), moved.times(moved.count() - count));
    alive.put(
        key,
        known == null
            ? new Entry(count, found.compared(), moved.message())
            : known.times(known.count() + count));
  }

  /**
   * Entries that the check would have found. Findings of rules that compare pairs also depend on
   * other places: the one in the entry, and any other for a rule that counts.
   */
  private Predicate<Map.Entry<Key, Entry>> covered(Scope scope) {
    Set<String> places = new TreeSet<>();
    entries.keySet().forEach(key -> places.add(key.place()));
    return one -> {
      Key key = one.getKey();
      Predicate<String> sees = place -> scope.covers(key.rule(), key.term(), place);
      boolean isDocument = documentOf(key.place()).isPresent();
      String compared = one.getValue().compared();
      return sees.test(key.place())
          && (compared.isEmpty() || sees.test(compared))
          && (Rules.reach(key.rule()) < CorpusRule.EVERYWHERE
              || places.stream()
                  .filter(place -> documentOf(place).isPresent() == isDocument)
                  .allMatch(sees));
    };
  }

  /**
   * {@link #pruned} with all of these findings. Findings that it already has keep their message.
   */
  public Baseline updated(List<LocatedFinding> findings, Scope scope) {
    Map<Key, Entry> all = new HashMap<>(pruned(findings, scope).entries);
    of(findings, scope)
        .forEach(
            (key, found) ->
                all.merge(
                    key, found, (known, now) -> known.times(Math.max(known.count(), now.count()))));
    return new Baseline(all);
  }

  /**
   * @param place its file or {@link #document}
   * @param reason why it is accepted, and by whom; for readers of the file, after the message
   */
  public Baseline with(LocatedFinding checked, String place, String reason) {
    Map<Key, Entry> all = new HashMap<>(entries);
    Entry entry = new Entry(1, "", checked.finding().message() + BEFORE_REASON + reason);
    all.merge(Key.of(checked, place), entry, (known, more) -> more.times(known.count() + 1));
    return new Baseline(all);
  }

  /**
   * This baseline without a finding: the one in the place if there are several. Returns the same
   * baseline if it does not have the finding.
   */
  public Baseline minus(LocatedFinding checked, String place) {
    Map<Key, Entry> all = new HashMap<>(entries);
    Key here = Key.of(checked, place);
    Stream.concat(Stream.of(here), alike(checked))
        .filter(all::containsKey)
        .findFirst()
        .ifPresent(
            key ->
                all.computeIfPresent(
                    key,
                    (same, known) -> known.count() == 1 ? null : known.times(known.count() - 1)));
    return new Baseline(all);
  }

  /** The reason passed to {@link #with}; empty if there is none. */
  public String reason(LocatedFinding checked) {
    String message = plain(checked.finding().message()) + BEFORE_REASON;
    return alike(checked)
        .map(key -> Objects.requireNonNull(entries.get(key)).message())
        .filter(text -> text.startsWith(message))
        .map(text -> text.substring(message.length()))
        .findFirst()
        .orElse("");
  }

  private Stream<Key> alike(LocatedFinding checked) {
    Key wanted = Key.of(checked, "");
    return entries.keySet().stream().filter(key -> key.anywhere().equals(wanted)).sorted();
  }

  /** The number of findings, counting repeated ones each time. */
  public int size() {
    return entries.values().stream().mapToInt(Entry::count).sum();
  }

  private static String digest(String text) {
    return Sha256.hex(text).substring(0, DIGITS);
  }

  /** The identity of a finding as one word, for tools that track findings across versions. */
  public static String fingerprint(LocatedFinding checked) {
    Key key = Key.of(checked, "");
    return digest(key.rule() + '\t' + key.term() + '\t' + key.texts());
  }
}
