package ballast.workbench.glossary;

import ballast.check.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.LintFinding;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.KeptResult;
import ballast.workflow.Notices;
import ballast.workflow.check.PairSource;
import ballast.workflow.glossary.GlossaryLinting;
import ballast.workflow.glossary.GlossaryStatistics;
import ballast.workflow.project.Glossaries;
import java.util.List;
import java.util.function.Consumer;

/** Finds out, in the background, how entries are used and what is wrong with them. */
final class Judging implements AutoCloseable {

  private final Bench bench;
  private final KeptResult<Judged> kept;

  /**
   * @param failures gets internal errors
   */
  Judging(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.kept =
        new KeptResult<>(
            KeptResult.job("glossary", failures),
            Judged.NOTHING,
            this::stamp,
            (show, progress) -> judge(show));
  }

  /** What is known so far; what has changed since is found out from now on. */
  KeptResult.State<Judged> state() {
    return kept.state();
  }

  private Judged judge(Consumer<Judged> show) {
    List<LintFinding> findings =
        new GlossaryLinting(bench.workplace(), bench.lexicon())
            .lint(new GlossaryLinting.Request(Glossaries.OF_PROJECT, /* hints= */ true))
            .findings();
    show.accept(new Judged(findings, List.of()));
    List<Concept> concepts = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
    List<TermCounts> counts =
        bench.hasMemory() && !concepts.isEmpty()
            ? new GlossaryStatistics(bench.workplace(), Notices.NONE, bench.lexicon())
                .count(
                    new GlossaryStatistics.Request(PairSource.ofMemory(bench.memory()), concepts))
                .terms()
            : List.of();
    return new Judged(findings, counts);
  }

  /** Differs when a glossary or the memory has changed. */
  private String stamp() {
    return bench.stamp(Glossaries.OF_PROJECT.paths(bench.workplace()));
  }

  @Override
  public void close() {
    kept.close();
  }
}
