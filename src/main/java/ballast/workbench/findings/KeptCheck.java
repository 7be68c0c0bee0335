package ballast.workbench.findings;

import ballast.check.LocatedFinding;
import ballast.memory.UnitFilter;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.KeptResult;
import ballast.workflow.check.Acceptance;
import ballast.workflow.check.MemoryCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

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
          new Acceptance(bench.workplace()).accept(new Acceptance.Request(row.checked(), reason));
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
}
