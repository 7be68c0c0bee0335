package ballast.cli.corpus;

import picocli.CommandLine.Option;

/** The option that chooses the units of a corpus that {@code ballast corpus dedupe} has kept. */
final class DedupedOption {

  @Option(
      names = "--deduped",
      description = "Take the units that ballast corpus dedupe has kept. Default: all units.")
  boolean deduped;
}
