package ballast.lexicon.train;

/** Receives progress reports of a long computation. */
@FunctionalInterface
public interface TrainingProgress {

  /** Reports the step that begins, in a few words. */
  void report(String step);
}
