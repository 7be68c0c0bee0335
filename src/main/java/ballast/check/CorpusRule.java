package ballast.check;

import java.util.List;

/** A rule that compares pairs of texts with each other. */
interface CorpusRule extends Rule {

  /** Begins to look at pairs. */
  Survey survey();

  /** Looks at pairs, one after the other. For one thread. */
  interface Survey {

    /** Takes one more pair. */
    void see(PairReading reading, CheckedPair<Passage> place);

    /** What is wrong among all that was seen, in the order in which it was seen. */
    List<LocatedFinding> findings();
  }
}
