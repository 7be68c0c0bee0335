package ballast.workbench.glossary;

import ballast.glossary.Concept;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Job;
import ballast.workflow.Notices;
import ballast.workflow.check.PairSource;
import ballast.workflow.glossary.TermMining;
import ballast.workflow.project.Glossaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Mines terms in the background, and keeps those that nobody has decided on. */
final class Mining implements AutoCloseable {

  private final Bench bench;
  private final Job<Proposed> job;

  /** Chinese terms with translations that were accepted or refused since this was opened. */
  private final Set<String> decided = ConcurrentHashMap.newKeySet();

  /**
   * @param failures gets internal errors
   */
  Mining(Bench bench, Consumer<Throwable> failures) {
    this.bench = bench;
    this.job = new Job<>("mining", Proposed.NOTHING, failures);
  }

  Job.State<Proposed> state() {
    Job.State<Proposed> now = job.state();
    List<Proposed.Term> open =
        now.value().terms().stream()
            .filter(term -> !decided.contains(key(term.zh(), term.en())))
            .toList();
    return new Job.State<>(now.running(), new Proposed(now.value().isMined(), open), now.error());
  }

  /** Begins, unless it is being done. */
  void start() {
    if (!job.state().running()) {
      job.start(Proposed.NOTHING, show -> mine());
    }
  }

  /** Does not propose this again. */
  void decide(String zh, String en) {
    decided.add(key(zh, en));
  }

  private static String key(String zh, String en) {
    return zh + '\t' + en;
  }

  private Proposed mine() {
    List<Concept> concepts = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
    TermMining.Result mined =
        new TermMining(bench.workplace(), Notices.NONE, bench.lexicon())
            .mine(TermMining.Request.of(PairSource.ofMemory(bench.memory()), concepts));
    List<Proposed.Term> terms = new ArrayList<>();
    mined
        .candidates()
        .forEach(
            one ->
                terms.add(
                    new Proposed.Term("", one.zh(), one.en(), one.frequency(), one.together())));
    mined
        .known()
        .variants()
        .forEach(
            one ->
                terms.add(
                    new Proposed.Term(
                        one.term().id(),
                        one.term().zh(),
                        one.en(),
                        one.pairs().missing(),
                        one.pairs().together())));
    return new Proposed(true, terms);
  }

  @Override
  public void close() {
    job.close();
  }
}
