package ballast.cli.corpus;

import ballast.app.Notices;
import ballast.app.corpus.Corpus;
import ballast.app.corpus.CorpusJobs;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.Console;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that select the corpus and its user. */
final class CorpusOptions {

  @Parameters(
      index = "0",
      paramLabel = "CORPUS",
      completionCandidates = FileNames.Folders.class,
      description = "The folder that ballast align --engine has filled.")
  String folder = "";

  @Option(
      names = "--engine",
      paramLabel = "MASTER",
      description =
          "Apache Spark (SPARK_HOME): local[N], spark://HOST:PORT, yarn. Default: local[*], all"
              + " cores of this computer.")
  String engine = "local[*]";

  String folder(String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  Corpus corpus() {
    return new Corpus(folder, engine, /* deduped= */ false);
  }

  Corpus corpus(DedupedOption option) {
    return new Corpus(folder, engine, option.deduped);
  }

  CorpusJobs jobs(Console console, Notices notices) {
    return new CorpusJobs(console.workplace(), notices, console.environment());
  }

  /** The option that selects the units kept by {@code ballast corpus dedupe}. */
  static final class DedupedOption {

    @Option(
        names = "--deduped",
        description = "Take the units that ballast corpus dedupe has kept. Default: all units.")
    boolean deduped;
  }
}
