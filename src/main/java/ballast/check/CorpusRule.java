package ballast.check;

import ballast.bitext.Located;
import java.util.List;

/** A rule that compares pairs of texts with each other. */
public interface CorpusRule extends Rule {

  /** Begins to look at pairs. */
  Survey survey();

  /** Looks at pairs, one after the other. For one thread. */
  interface Survey {

    /** Takes one more pair. */
    void see(Reading reading, Located<Passage> place);

    /** What is wrong among all that was seen, in the order in which it was seen. */
    List<Checked> findings();
  }
}
