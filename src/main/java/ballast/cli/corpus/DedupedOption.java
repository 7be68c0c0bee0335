package ballast.cli.corpus;

import picocli.CommandLine.Option;

/** Which units of a corpus a command reads. */
final class DedupedOption {

  @Option(
      names = "--deduped",
      description = "Only the units that ballast corpus dedupe has left. Default: all units.")
  boolean deduped;
}
