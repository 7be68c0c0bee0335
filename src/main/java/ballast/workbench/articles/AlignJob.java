package ballast.workbench.articles;

import ballast.bitext.InputException;
import ballast.workbench.frame.Bench;
import ballast.workflow.Notices;
import ballast.workflow.align.AlignmentListener;
import ballast.workflow.align.ArticleAlignment;
import ballast.workflow.align.Outcome;
import ballast.workflow.align.Pairs;
import ballast.workflow.align.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Aligns articles in the background, one request after the other. Safe for several threads. */
final class AlignJob implements AutoCloseable {

  /**
   * How far it is.
   *
   * @param running whether something is being aligned or waits
   * @param all how many articles the current request has; 0 while they are looked for
   * @param outcomes of the current or last request, in order
   * @param warnings of it
   * @param error why it could not be done at all, with what to try; empty if it could
   */
  record State(
      boolean running, int all, List<Outcome> outcomes, List<String> warnings, String error) {

    static final State IDLE = new State(false, 0, List.of(), List.of(), "");

    State {
      outcomes = List.copyOf(outcomes);
      warnings = List.copyOf(warnings);
    }
  }

  private final Bench bench;
  private final Consumer<Throwable> failures;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "aligning");
            thread.setDaemon(true);
            return thread;
          });

  private State state = State.IDLE;
  private int waiting;

  /**
   * @param failures gets internal errors
   */
  AlignJob(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.failures = failures;
  }

  synchronized State state() {
    return state;
  }

  /** Aligns and records these articles as soon as those before are done. */
  synchronized void start(Pairs pairs) {
    waiting++;
    state = new State(true, 0, List.of(), List.of(), "");
    worker.execute(() -> run(pairs));
  }

  private void run(Pairs pairs) {
    Watch watch = new Watch();
    String error = "";
    try {
      ArticleAlignment.Request request =
          ArticleAlignment.Request.of(pairs).recording(Recording.in(bench.memory()));
      new ArticleAlignment(bench.workplace(), watch, watch, bench.lexicon()).align(request);
    } catch (InputException e) {
      error = e.getMessage() + (e.hint().isEmpty() ? "" : " – " + e.hint());
    } catch (RuntimeException | Error e) {
      failures.accept(e);
      error = "an error in Ballast: " + e;
    }
    watch.show(error, /* ended= */ true);
  }

  private synchronized void set(State newState, boolean ended) {
    waiting -= ended ? 1 : 0;
    state =
        new State(
            waiting > 0,
            newState.all(),
            newState.outcomes(),
            newState.warnings(),
            newState.error());
  }

  /** What has begun is broken off; the memory keeps every article that was finished. */
  @Override
  public void close() {
    worker.shutdownNow();
  }

  /** Follows one request. */
  private final class Watch implements AlignmentListener, Notices {

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int all;

    @Override
    public void begins(int pairs) {
      all = pairs;
      show("", /* ended= */ false);
    }

    @Override
    public void done(Outcome outcome) {
      outcomes.add(outcome);
      show("", /* ended= */ false);
    }

    @Override
    public void say(String message) {}

    @Override
    public void detail(String message) {}

    @Override
    public void warn(String message) {
      warnings.add(message);
    }

    void show(String error, boolean ended) {
      set(new State(true, all, outcomes, warnings, error), ended);
    }
  }
}
