package ballast.workbench.overview;

import ballast.check.TermCounts;
import ballast.workflow.memory.MemoryOverview;
import java.util.List;
import java.util.Optional;

/**
 * What has been counted so far.
 *
 * @param memory empty until it is counted, or if there is none
 * @param terms how the terms of the glossary are translated; empty until it is known
 */
record Counted(Optional<MemoryOverview.Result> memory, List<TermCounts> terms) {

  static final Counted NOTHING = new Counted(Optional.empty(), List.of());

  Counted {
    terms = List.copyOf(terms);
  }
}
