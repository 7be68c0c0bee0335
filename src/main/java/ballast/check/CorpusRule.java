package ballast.check;

import java.util.List;

/** A rule that compares pairs of texts with each other. */
interface CorpusRule extends Rule {

  /** Starts a survey of pairs. */
  Survey survey();

  /** Examines pairs one after the other. For one thread. */
  interface Survey {

    /** Adds a pair. */
    void see(PairReading reading, CheckedPair<Passage> place);

    /** The findings in all pairs added, in the order of the pairs. */
    List<LocatedFinding> findings();
  }
}
