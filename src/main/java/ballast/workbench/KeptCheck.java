package ballast.workbench;

import ballast.app.check.Acceptance;
import ballast.app.check.FindingReport;
import ballast.app.check.MemoryCheck;
import ballast.bitext.Severity;
import ballast.bitext.Sha256;
import ballast.bitext.Span;
import ballast.check.Baseline;
import ballast.check.Decision;
import ballast.check.Decision.Agreed;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Rules;
import ballast.check.Waiver;
import ballast.check.Waivers.Waived;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps the findings about the memory. A check runs in the background, and again when the memory, a
 * glossary, the settings or the baseline have changed elsewhere. After a change made here, only its
 * unit is checked. Thread-safe.
 */
public final class KeptCheck implements AutoCloseable {

  @FunctionalInterface
  public interface Change<T, E extends Exception> {
    T make() throws E;
  }

  private final Bench bench;
  private final MemoryCheck check;
  private final KeptResult<Checked> kept;

  /**
   * @param failures receives internal errors
   */
  public KeptCheck(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.check = new MemoryCheck(bench.workplace(), bench.memory(), bench.lexicon());
    this.kept =
        new KeptResult<>(
            KeptResult.job("check", failures),
            Checked.NOTHING,
            this::stamp,
            (show, progress) ->
                Checked.of(
                    check.telling(progress).check(UnitFilter.CURRENT, /* counting= */ true)));
  }

  public MemoryCheck check() {
    return check;
  }

  /**
   * Returns the present findings, and starts a check if something has changed.
   *
   * @throws ballast.bitext.InputException if the settings are invalid
   */
  public KeptResult.State<Checked> state() {
    return kept.state();
  }

  /**
   * Returns the present findings without starting a check.
   *
   * @throws ballast.bitext.InputException if the settings are invalid
   */
  public KeptResult.State<Checked> known() {
    return kept.known();
  }

  /**
   * Changes a unit, and checks it again. If a rule that compares units had a finding about it,
   * checks all units in the background.
   *
   * @return the result of {@code change}
   */
  public <T, E extends Exception> T change(String unit, Change<T, E> change) throws E {
    return change(Set.of(unit), change);
  }

  private <T, E extends Exception> T change(Set<String> units, Change<T, E> change) throws E {
    List<T> result = new ArrayList<>(1);
    AtomicBoolean isCompared = new AtomicBoolean();
    kept.change(
        checked -> {
          result.add(change.make());
          isCompared.set(units.stream().anyMatch(checked::isCompared));
          return checked.replacing(units, check.check(UnitFilter.CURRENT.named(units)).report());
        });
    if (isCompared.get()) {
      kept.doubt();
    }
    return result.get(0);
  }

  /**
   * Changes what findings depend on: checks some units at once, and all of them in the background.
   *
   * @return the result of {@code change}
   */
  public <T, E extends Exception> T changeAll(Set<String> units, Change<T, E> change) throws E {
    T result = change(units, change);
    kept.doubt();
    return result;
  }

  /** Accepts a finding, which is added to the baseline. */
  public void accept(Row row, String reason) {
    kept.change(
        checked -> {
          new Acceptance(bench.workplace()).accept(row.checked(), reason);
          return checked.accepting(row);
        });
  }

  /** Undoes the acceptance of a finding. */
  public void open(Row row) {
    kept.change(
        checked -> {
          new Acceptance(bench.workplace()).withdraw(row.checked());
          return checked.opening(row);
        });
  }

  /** Returns a value that changes when a file that affects the findings changes. */
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
   * @param rows the open findings, worst first
   * @param accepted the findings in the baseline, worst first
   * @param waived the findings waived in notes
   * @param agreed the terms in findings, by concept id
   */
  record Checked(
      List<Row> rows,
      List<Row> accepted,
      List<Waived> waived,
      Extent extent,
      Map<String, Agreed> agreed) {

    /**
     * The extent of a check.
     *
     * @param pairs number of pairs; -1 if nothing has been checked yet
     * @param concepts number of glossary concepts
     * @param inPart for each pair without some rules, a line with the reason
     */
    public record Extent(int pairs, int concepts, List<String> inPart) {
      public Extent {
        inPart = List.copyOf(inPart);
      }
    }

    /** The state before the first check. */
    static final Checked NOTHING =
        new Checked(List.of(), List.of(), List.of(), new Extent(-1, 0, List.of()), Map.of());

    public Checked {
      rows = List.copyOf(rows);
      accepted = List.copyOf(accepted);
      waived = List.copyOf(waived);
      agreed = Map.copyOf(agreed);
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
          report.extent().agreed());
    }

    public boolean isDone() {
      return extent.pairs() >= 0;
    }

    public int leftOut() {
      return accepted.size() + waived.size();
    }

    /** Returns the open finding with this key, if it still exists. */
    public Optional<Row> row(String key) {
      return find(rows, key);
    }

    /** Returns the finding in the baseline with this key, if it still exists. */
    public Optional<Row> accepted(String key) {
      return find(accepted, key);
    }

    private static Optional<Row> find(List<Row> rows, String key) {
      return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** Whether a rule that looks at several units has a finding about this unit. */
    boolean isCompared(String unit) {
      return rows.stream()
          .filter(row -> row.unit().equals(unit))
          .map(row -> row.finding().rule())
          .anyMatch(rule -> Rules.comparesPairs(rule) || rule.equals(Waiver.RULE));
    }

    /** The questions in the open findings. */
    List<Decision> decisions() {
      return Decision.of(rows.stream().map(Row::checked).toList(), agreed);
    }

    Checked replacing(Set<String> units, FindingReport fresh) {
      Map<String, Agreed> known = new HashMap<>(fresh.extent().agreed());
      known.putAll(agreed);
      return new Checked(
          sorted(without(rows, units), Row.of(fresh.all())),
          sorted(without(accepted, units), Row.of(fresh.accepted())),
          waived,
          extent,
          known);
    }

    private static List<Row> without(List<Row> rows, Set<String> units) {
      return rows.stream().filter(row -> !units.contains(row.unit())).toList();
    }

    Checked accepting(Row row) {
      return new Checked(
          without(rows, row), sorted(accepted, List.of(row)), waived, extent, agreed);
    }

    Checked opening(Row row) {
      return new Checked(
          sorted(rows, List.of(row)), without(accepted, row), waived, extent, agreed);
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
   * A finding as pages refer to it.
   *
   * @param key unique; unchanged as long as finding and texts are
   */
  record Row(String key, LocatedFinding checked) {

    private static final int DIGITS = 16;

    private static final Comparator<LocatedFinding> FINDINGS =
        Comparator.comparing((LocatedFinding one) -> one.finding().severity())
            .reversed()
            .thenComparing(LocatedFinding.ORDER);

    /** By severity, errors first, then by location. */
    static final Comparator<Row> WORST_FIRST = Comparator.comparing(Row::checked, FINDINGS);

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

    public String unit() {
      return checked.place().value().id();
    }

    public String document() {
      return checked.place().value().document();
    }

    /** The translations with each suggestion applied; empty if the finding has several places. */
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
