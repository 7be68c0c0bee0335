package ballast.workbench.articles;

import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Job;
import ballast.workflow.Notices;
import ballast.workflow.align.AlignmentListener;
import ballast.workflow.align.ArticleAlignment;
import ballast.workflow.align.Outcome;
import ballast.workflow.align.Pairs;
import ballast.workflow.align.Recording;
import java.util.ArrayList;
import java.util.List;
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
  private final Job<State> job;

  /**
   * @param failures gets internal errors
   */
  AlignJob(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.job = new Job<>("aligning", State.IDLE, failures);
  }

  State state() {
    Job.State<State> now = job.state();
    State value = now.value();
    return new State(now.running(), value.all(), value.outcomes(), value.warnings(), now.error());
  }

  /** Aligns and records these articles as soon as those before are done. */
  void start(Pairs pairs) {
    job.start(
        State.IDLE,
        show -> {
          Watch watch = new Watch(show);
          ArticleAlignment.Request request =
              ArticleAlignment.Request.of(pairs).recording(Recording.in(bench.memory()));
          new ArticleAlignment(bench.workplace(), watch, watch, bench.lexicon()).align(request);
          return watch.state();
        });
  }

  /** What has begun is broken off; the memory keeps every article that was finished. */
  @Override
  public void close() {
    job.close();
  }

  /** Follows one request. */
  private static final class Watch implements AlignmentListener, Notices {

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Consumer<State> show;
    private int all;

    private Watch(Consumer<State> show) {
      this.show = show;
    }

    @Override
    public void begins(int pairs) {
      all = pairs;
      show.accept(state());
    }

    @Override
    public void done(Outcome outcome) {
      outcomes.add(outcome);
      show.accept(state());
    }

    @Override
    public void say(String message) {}

    @Override
    public void detail(String message) {}

    @Override
    public void warn(String message) {
      warnings.add(message);
    }

    State state() {
      return new State(true, all, outcomes, warnings, "");
    }
  }
}
