package ballast.workbench;

import ballast.app.check.Acceptance;
import ballast.app.check.FindingReport;
import ballast.app.check.MemoryCheck;
import ballast.bitext.Severity;
import ballast.bitext.Sha256;
import ballast.bitext.Span;
import ballast.check.Baseline;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Rules;
import ballast.check.Waivers.Waived;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps the findings about the memory. They are found in the background, and again when the memory,
 * a glossary, the settings or the baseline have changed elsewhere; after a change made here only
 * its unit is checked. Thread-safe.
 */
public final class KeptCheck implements AutoCloseable {

  /** A change of a unit. */
  @FunctionalInterface
  public interface Change<T, E extends Exception> {
    T make() throws E;
  }

  private final Bench bench;
  private final MemoryCheck check;
  private final KeptResult<Checked> kept;

  /**
   * @param failures gets internal errors
   */
  public KeptCheck(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.check = new MemoryCheck(bench.workplace(), bench.memory(), bench.lexicon());
    this.kept =
        new KeptResult<>(
            KeptResult.job("check", failures),
            Checked.NOTHING,
            this::stamp,
            (show, progress) -> Checked.of(check.telling(progress).check(UnitFilter.CURRENT)));
  }

  /** The check itself. */
  public MemoryCheck check() {
    return check;
  }

  /**
   * What is known so far; what has changed is checked from now on.
   *
   * @throws ballast.bitext.InputException if the settings are wrong
   */
  public KeptResult.State<Checked> state() {
    return kept.state();
  }

  /**
   * What is known so far; nothing is started.
   *
   * @throws ballast.bitext.InputException if the settings are wrong
   */
  public KeptResult.State<Checked> known() {
    return kept.known();
  }

  /**
   * Changes a unit, and checks it again. If a rule that compares units had found something about
   * it, all of them are checked in the background.
   *
   * @return what the change returns
   */
  public <T, E extends Exception> T change(String unit, Change<T, E> change) throws E {
    List<T> result = new ArrayList<>(1);
    AtomicBoolean isCompared = new AtomicBoolean();
    kept.change(
        checked -> {
          result.add(change.make());
          isCompared.set(checked.isCompared(unit));
          return checked.replacing(unit, findings(unit));
        });
    if (isCompared.get()) {
      kept.doubt();
    }
    return result.get(0);
  }

  private List<LocatedFinding> findings(String unit) {
    return check.check(UnitFilter.CURRENT.named(Set.of(unit))).report().all();
  }

  /** Records that a finding is right as it is. */
  public void accept(Row row, String reason) {
    kept.change(
        checked -> {
          new Acceptance(bench.workplace()).accept(row.checked(), reason);
          return checked.accepting(row);
        });
  }

  /** Takes back that a finding is accepted. */
  public void open(Row row) {
    kept.change(
        checked -> {
          new Acceptance(bench.workplace()).withdraw(row.checked());
          return checked.opening(row);
        });
  }

  /** Differs when a file has changed that decides on the findings. */
  public String stamp() {
    return bench.stamp(check.files());
  }

  @Override
  public void close() {
    kept.close();
  }

  /**
   * The findings about the memory. Immutable.
   *
   * @param rows the open ones, the worst first
   * @param accepted those in the baseline, the worst first
   * @param waived those that are waived beside their texts
   * @param extent what was checked
   * @param terms the Chinese terms by the ids of their concepts
   */
  record Checked(
      List<Row> rows,
      List<Row> accepted,
      List<Waived> waived,
      Extent extent,
      Map<String, String> terms) {

    /**
     * What was checked.
     *
     * @param pairs how many pairs; -1 if nothing has been checked yet
     * @param concepts how many concepts they were checked against
     * @param inPart a line for each pair to which some rules were not applied, and why
     */
    public record Extent(int pairs, int concepts, List<String> inPart) {
      public Extent {
        inPart = List.copyOf(inPart);
      }
    }

    /** Before the first check. */
    static final Checked NOTHING =
        new Checked(List.of(), List.of(), List.of(), new Extent(-1, 0, List.of()), Map.of());

    public Checked {
      rows = List.copyOf(rows);
      accepted = List.copyOf(accepted);
      waived = List.copyOf(waived);
      terms = Map.copyOf(terms);
    }

    static Checked of(MemoryCheck.Result result) {
      FindingReport report = result.report();
      return new Checked(
          Row.of(report.all()),
          Row.of(report.accepted()),
          report.waived(),
          new Extent(
              report.checked(),
              report.extent().concepts(),
              report.extent().unchecked().stream().map(Unchecked::message).toList()),
          result.terms());
    }

    /** Whether anything has been checked. */
    public boolean isDone() {
      return extent.pairs() >= 0;
    }

    /** How many findings somebody has accepted, in one way or the other. */
    public int leftOut() {
      return accepted.size() + waived.size();
    }

    /** The open finding with this key; empty if it is gone. */
    public Optional<Row> row(String key) {
      return find(rows, key);
    }

    /** The finding in the baseline with this key; empty if it is gone. */
    public Optional<Row> accepted(String key) {
      return find(accepted, key);
    }

    private static Optional<Row> find(List<Row> rows, String key) {
      return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** Whether a rule that compares units has found something about this one. */
    boolean isCompared(String unit) {
      return rows.stream()
          .anyMatch(row -> row.unit().equals(unit) && Rules.comparesPairs(row.finding().rule()));
    }

    /** The same with these findings about a unit, in place of those that it had. */
    Checked replacing(String unit, List<LocatedFinding> fresh) {
      List<Row> others = rows.stream().filter(row -> !row.unit().equals(unit)).toList();
      return new Checked(sorted(others, Row.of(fresh)), accepted, waived, extent, terms);
    }

    /** The same with a finding in the baseline. */
    Checked accepting(Row row) {
      return new Checked(without(rows, row), sorted(accepted, List.of(row)), waived, extent, terms);
    }

    /** The same with a finding that is no longer in the baseline. */
    Checked opening(Row row) {
      return new Checked(sorted(rows, List.of(row)), without(accepted, row), waived, extent, terms);
    }

    private static List<Row> without(List<Row> rows, Row row) {
      return rows.stream().filter(one -> !one.equals(row)).toList();
    }

    private static List<Row> sorted(List<Row> some, List<Row> more) {
      List<Row> all = new ArrayList<>(Stream.concat(some.stream(), more.stream()).toList());
      all.sort(Row.WORST_FIRST);
      return all;
    }
  }

  /**
   * A finding of the memory as pages name it.
   *
   * @param key distinguishes it from the others; the same as long as finding and texts are the same
   */
  record Row(String key, LocatedFinding checked) {

    private static final int DIGITS = 16;

    private static final Comparator<LocatedFinding> FINDINGS =
        Comparator.comparing((LocatedFinding one) -> one.finding().severity())
            .reversed()
            .thenComparing(LocatedFinding.ORDER);

    /** By severity, the errors first, then by place. */
    static final Comparator<Row> WORST_FIRST = Comparator.comparing(Row::checked, FINDINGS);

    /** These findings, the worst first. */
    static List<Row> of(List<LocatedFinding> findings) {
      List<Row> rows = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      for (LocatedFinding one : findings.stream().sorted(FINDINGS).toList()) {
        String base = key(one);
        String key = base;
        for (int number = 2; !taken.add(key); number++) {
          key = base + "-" + number;
        }
        rows.add(new Row(key, one));
      }
      return rows;
    }

    private static String key(LocatedFinding one) {
      String parts =
          String.join(
              "\n",
              one.place().value().id(),
              Baseline.fingerprint(one),
              one.finding().spans().toString(),
              one.finding().message());
      return Sha256.hex(parts).substring(0, DIGITS);
    }

    public Finding finding() {
      return checked.finding();
    }

    public Severity severity() {
      return checked.finding().severity();
    }

    /** The id of the unit. */
    public String unit() {
      return checked.place().value().id();
    }

    /** The document of the unit; empty if it has none. */
    public String document() {
      return checked.place().value().document();
    }

    /**
     * The translations with a suggestion in the one place of the finding; empty if it has several.
     */
    public List<String> corrected() {
      List<Span> places = finding().spans().target();
      if (places.size() != 1 || places.get(0).isEmpty()) {
        return List.of();
      }
      String target = checked.place().value().target();
      Span place = places.get(0);
      return finding().suggestions().stream()
          .map(text -> target.substring(0, place.start()) + text + target.substring(place.end()))
          .toList();
    }
  }
}
