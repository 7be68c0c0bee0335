package ballast.workbench.overview;

import ballast.check.TermCounts;
import ballast.glossary.Concept;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Job;
import ballast.workflow.Notices;
import ballast.workflow.check.PairSource;
import ballast.workflow.glossary.GlossaryStatistics;
import ballast.workflow.memory.MemoryOverview;
import ballast.workflow.project.Glossaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts, in the background, what the overview shows. */
final class Counting implements AutoCloseable {

  private final Bench bench;
  private final Job<Counted> job;
  private String asked = "";

  /**
   * @param failures gets internal errors
   */
  Counting(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.job = new Job<>("overview", Counted.NOTHING, failures);
  }

  /** What is known so far; what has changed since is counted from now on. */
  synchronized Job.State<Counted> state() {
    String now = stamp();
    if (!now.equals(asked)) {
      asked = now;
      job.start(job.state().value(), this::count);
    }
    return job.state();
  }

  private Counted count(Consumer<Counted> show) {
    if (!bench.hasMemory()) {
      return Counted.NOTHING;
    }
    Optional<MemoryOverview.Result> memory =
        Optional.of(
            new MemoryOverview(Notices.NONE).count(MemoryOverview.Request.of(bench.memory())));
    show.accept(new Counted(memory, job.state().value().terms()));
    List<Concept> concepts = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
    List<TermCounts> terms =
        concepts.isEmpty()
            ? List.of()
            : new GlossaryStatistics(bench.workplace(), Notices.NONE, bench.lexicon())
                .count(
                    new GlossaryStatistics.Request(PairSource.ofMemory(bench.memory()), concepts))
                .terms();
    return new Counted(memory, terms);
  }

  /** Differs when a glossary or the memory has changed. */
  private String stamp() {
    List<Path> files = new ArrayList<>(Glossaries.OF_PROJECT.paths(bench.workplace()));
    files.add(bench.memory());
    files.add(bench.memory().resolveSibling(bench.memory().getFileName() + "-wal"));
    StringBuilder stamp = new StringBuilder();
    for (Path file : files) {
      try {
        if (Files.exists(file)) {
          stamp.append(file).append(' ').append(Files.size(file)).append(' ');
          stamp.append(Files.getLastModifiedTime(file)).append('\n');
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return stamp.toString();
  }

  @Override
  public void close() {
    job.close();
  }
}
