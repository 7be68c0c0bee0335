package ballast.lexicon.train;

/** Hears what a long computation is doing. */
@FunctionalInterface
public interface Progress {

  /** Something begins, in a few words. */
  void report(String step);
}
