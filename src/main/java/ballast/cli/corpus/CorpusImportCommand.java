package ballast.cli.corpus;

import ballast.app.Workplace;
import ballast.app.corpus.CorpusImport;
import ballast.app.corpus.CorpusImport.FilledMemory;
import ballast.app.corpus.CorpusJobs;
import ballast.bitext.CountedNoun;
import ballast.cli.corpus.CorpusOptions.DedupedOption;
import ballast.cli.option.AuthorOption.RecorderOption;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "import",
    description = {
      "Imports the units of a corpus into a memory.",
      "A corpus of more than 5,000,000 units fills several files, one after the other: corpus.db,"
          + " corpus-2.db, and so on. Each gets all of its units or none: an import that is"
          + " interrupted leaves the files that are complete. A memory on a server takes all units"
          + " of the corpus, or none. Units that the memory has already are not"
          + " added again, so that an interrupted import may be repeated."
    },
    footer = {
      "",
      "Examples:",
      "  ballast corpus import corpus --tm tm/corpus.db --json",
      "  ballast corpus import corpus --tm tm/corpus.db --deduped --engine local[4]"
    })
final class CorpusImportCommand extends ConsoleCommand {

  @Mixin CorpusOptions corpus = new CorpusOptions();
  @Mixin DedupedOption deduped = new DedupedOption();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin RecorderOption recorder = new RecorderOption();
  @Mixin SummaryOption summary = new SummaryOption();

  @Option(
      names = "--max-units",
      paramLabel = "N",
      description = "The most units of one file. Default: 5000000.")
  long units = CorpusJobs.UNITS_OF_A_MEMORY;

  @Override
  public Integer call() {
    refuse(units < 1, "--max-units must be at least 1");
    Workplace workplace = recorder.workplace(console, notices(), memory.store(console));
    List<FilledMemory> memories =
        new CorpusJobs(workplace, notices(), console.environment())
            .importInto(memory.store(console), corpus.corpus(deduped), units);
    summary.report(
        console,
        json -> CorpusImport.writeJson(json, memories, one -> workplace.shown(one.memory())),
        () -> sayFilled(workplace, memories));
    return memories.stream().anyMatch(one -> one.skipped() > 0) ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private void sayFilled(Workplace workplace, List<FilledMemory> memories) {
    for (FilledMemory one : memories) {
      say(
          "%s: %s added, %,d merged, %,d left out",
          workplace.shown(one.memory()),
          CountedNoun.of(one.added(), "unit"),
          one.merged(),
          one.skipped());
    }
    if (memories.isEmpty()) {
      say("the corpus has no units");
    }
  }
}
