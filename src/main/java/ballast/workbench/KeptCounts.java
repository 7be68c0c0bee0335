package ballast.workbench;

import ballast.app.Notices;
import ballast.app.check.PairSource;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.project.Glossaries;
import ballast.app.units.MemoryOverview;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.memory.UnitFilter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the counts of the memory. They are updated in the background when the memory or, for terms,
 * a glossary has changed. Thread-safe.
 */
public final class KeptCounts implements AutoCloseable {

  private final Bench bench;
  private final KeptResult<Optional<MemoryOverview.Result>> units;
  private final KeptResult<List<TermCounts>> terms;

  /**
   * @param failures receives internal errors
   */
  public KeptCounts(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.units =
        new KeptResult<>(
            KeptResult.job("units", failures),
            Optional.empty(),
            () -> bench.stamp(List.of()),
            (show, progress) -> countUnits(progress));
    this.terms =
        new KeptResult<>(
            KeptResult.job("terms", failures),
            List.of(),
            () -> bench.stamp(Glossaries.OF_PROJECT.paths(bench.workplace())),
            (show, progress) -> countTerms(progress));
  }

  /**
   * Returns the present counts of units, and starts an update if the memory has changed. They are
   * empty until they are known, or if there is no memory.
   */
  KeptResult.State<Optional<MemoryOverview.Result>> units() {
    return units.state();
  }

  /**
   * Returns the present translations of the glossary terms, and starts an update if something has
   * changed. They are empty until they are known.
   */
  KeptResult.State<List<TermCounts>> terms() {
    return terms.state();
  }

  private Optional<MemoryOverview.Result> countUnits(Notices progress) {
    return bench.hasMemory()
        ? Optional.of(new MemoryOverview(progress).count(bench.memory(), UnitFilter.CURRENT))
        : Optional.empty();
  }

  private List<TermCounts> countTerms(Notices progress) {
    List<Concept> concepts = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
    return concepts.isEmpty() || !bench.hasMemory()
        ? List.of()
        : new GlossaryQueries(bench.workplace(), progress, bench.lexicon())
            .count(PairSource.ofMemory(bench.memory()), concepts)
            .terms();
  }

  @Override
  public void close() {
    units.close();
    terms.close();
  }
}
