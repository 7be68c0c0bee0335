package ballast.workbench.overview;

import ballast.check.TermCounts;
import ballast.glossary.Concept;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.KeptResult;
import ballast.workflow.Notices;
import ballast.workflow.check.PairSource;
import ballast.workflow.glossary.GlossaryStatistics;
import ballast.workflow.memory.MemoryOverview;
import ballast.workflow.project.Glossaries;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts, in the background, what the overview shows. */
final class Counting implements AutoCloseable {

  private final Bench bench;
  private final KeptResult<Counted> kept;

  /**
   * @param failures gets internal errors
   */
  Counting(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.kept =
        new KeptResult<>(
            KeptResult.job("overview", failures),
            Counted.NOTHING,
            () -> bench.stamp(Glossaries.OF_PROJECT.paths(bench.workplace())),
            this::count);
  }

  /** What is known so far; what has changed since is counted from now on. */
  KeptResult.State<Counted> state() {
    return kept.state();
  }

  private Counted count(Consumer<Counted> show, Notices progress) {
    if (!bench.hasMemory()) {
      return Counted.NOTHING;
    }
    Optional<MemoryOverview.Result> memory =
        Optional.of(new MemoryOverview(progress).count(MemoryOverview.Request.of(bench.memory())));
    show.accept(new Counted(memory, kept.known().value().terms()));
    List<Concept> concepts = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
    List<TermCounts> terms =
        concepts.isEmpty()
            ? List.of()
            : new GlossaryStatistics(bench.workplace(), progress, bench.lexicon())
                .count(
                    new GlossaryStatistics.Request(PairSource.ofMemory(bench.memory()), concepts))
                .terms();
    return new Counted(memory, terms);
  }

  @Override
  public void close() {
    kept.close();
  }
}
