package ballast.workbench.check;

import ballast.memory.UnitFilter;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Job;
import ballast.workflow.check.Acceptance;
import ballast.workflow.check.MemoryCheck;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps the findings about the memory. They are found in the background, and again when the memory,
 * a glossary, the settings or the baseline have changed elsewhere; after a change made here only
 * its unit is checked. Thread-safe.
 */
final class Checking implements AutoCloseable {

  /**
   * What is known.
   *
   * @param running whether the memory is being checked
   * @param error why it could not be checked; empty if it could
   */
  record State(boolean running, Checked checked, String error) {}

  /** A change of the memory. */
  @FunctionalInterface
  interface Change<T, E extends Exception> {
    T make() throws E;
  }

  private final Bench bench;
  private final MemoryCheck check;
  private final Job<Boolean> job;
  private Checked checked = Checked.NOTHING;

  /** The state of the files that {@link #checked} is about, or will be about; empty: of none. */
  private String asked = "";

  /**
   * @param failures gets internal errors
   */
  Checking(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.check = new MemoryCheck(bench.workplace(), bench.memory(), bench.lexicon());
    this.job = new Job<>("check", false, failures);
  }

  MemoryCheck check() {
    return check;
  }

  /**
   * What is known so far; what has changed is checked from now on.
   *
   * @throws ballast.bitext.InputException if the settings are wrong
   */
  synchronized State state() {
    String now = stamp();
    if (!now.equals(asked)) {
      asked = now;
      job.start(
          true,
          show -> {
            take(Checked.of(check.check(UnitFilter.CURRENT)), now);
            return true;
          });
    }
    return shown();
  }

  private State shown() {
    Job.State<Boolean> now = job.state();
    return new State(now.running(), checked, now.error());
  }

  /** A check that was overtaken by a change is not shown: another follows. */
  private synchronized void take(Checked result, String stamp) {
    if (stamp.equals(asked)) {
      checked = result;
    }
  }

  /**
   * Changes a unit, and checks it again.
   *
   * @return what the change returns
   */
  synchronized <T, E extends Exception> T change(String unit, Change<T, E> change) throws E {
    boolean isCurrent = isCurrent();
    T result = change.make();
    checked =
        checked.replacing(unit, check.check(UnitFilter.CURRENT.named(Set.of(unit))).report().all());
    asked = isCurrent ? stamp() : "";
    return result;
  }

  /** Records that a finding is right as it is. */
  synchronized void accept(Row row, String reason) {
    boolean isCurrent = isCurrent();
    new Acceptance(bench.workplace()).accept(new Acceptance.Request(row.checked(), reason));
    checked = checked.accepting(row);
    asked = isCurrent ? stamp() : "";
  }

  private boolean isCurrent() {
    return !job.state().running() && stamp().equals(asked);
  }

  private String stamp() {
    return bench.stamp(check.files());
  }

  @Override
  public void close() {
    job.close();
  }
}
