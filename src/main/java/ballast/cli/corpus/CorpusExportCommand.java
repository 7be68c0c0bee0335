package ballast.cli.corpus;

import ballast.app.corpus.CorpusJobs;
import ballast.app.corpus.ShardFiles.ExportedFiles;
import ballast.app.corpus.UnitStream.UnitLanguages;
import ballast.app.units.ConditionText;
import ballast.bitext.CountedNoun;
import ballast.bitext.Lang;
import ballast.cli.corpus.CorpusOptions.DedupedOption;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.OutputOptions.DoubtfulUnits;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.format.unit.XliffEntry.XliffVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = {
      "Writes the units of a corpus as files of ${bundle:written-units}, each of them small enough"
          + " for a CAT program.",
      "The files 000000.tmx, 000001.tmx and so on have the units in the order of the corpus. A"
          + " document is never divided between two of them.",
      "XLIFF and Wordfast have one pair of languages in a file: units of others than zh-CN and"
          + " en-US need --from and --to, one pair at a time."
    },
    footer = {
      "",
      "Examples:",
      "  ballast corpus export corpus -o shards --json",
      "  ballast corpus export corpus -o for-omegat --deduped --profile omegat --max-units 50000"
    })
@MainOptions({"--output", "--max-units", "--profile", "--deduped", "--all", "--engine"})
final class CorpusExportCommand extends ConsoleCommand {

  @Mixin CorpusOptions corpus = new CorpusOptions();
  @Mixin DedupedOption deduped = new DedupedOption();
  @Mixin DoubtfulUnits doubtful = new DoubtfulUnits();
  @Mixin SummaryOption summary = new SummaryOption();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      completionCandidates = FileNames.Folders.class,
      required = true,
      description = "The folder for the files. It must be empty if it exists.")
  String folder = "";

  @Option(names = "--from", paramLabel = "TAG", description = "Only units from this language.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TAG", description = "Only units to this language.")
  @Nullable String to;

  @Option(
      names = "--max-units",
      paramLabel = "N",
      description = "The most units of one file. Default: 100000.")
  long units = CorpusJobs.UNITS_OF_A_FILE;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "tmx",
      description = "${bundle:unit-formats}. Default: ${DEFAULT-VALUE}.")
  UnitFormat format = UnitFormat.TMX;

  @Option(names = "--gz", description = "Pack each file with gzip.")
  boolean packed;

  @Option(
      names = "--profile",
      paramLabel = "PROGRAM",
      defaultValue = "generic",
      description = "TMX for generic, omegat, trados or memoq. Default: ${DEFAULT-VALUE}.")
  TmxProfile profile = TmxProfile.GENERIC;

  @Override
  public Integer call() {
    refuse(units < 1, "--max-units must be at least 1");
    ExportedFiles result =
        corpus
            .jobs(console, notices())
            .export(
                corpus.corpus(deduped),
                folder,
                new UnitLanguages(language(from), language(to)),
                new UnitForm(format, profile, XliffVersion.V1_2, packed),
                units,
                doubtful.all());
    summary.report(
        console,
        json -> result.writeJson(json, folder),
        () -> {
          say(
              "wrote    %s: %s in %s",
              folder,
              CountedNoun.of(result.units(), "unit"),
              CountedNoun.of(result.files().size(), "file"));
          DoubtfulUnits.sayLeftOut(notices(), result.doubtful());
        });
    return ExitCode.OK;
  }

  private static @Nullable Lang language(@Nullable String tag) {
    return tag == null ? null : ConditionText.language(tag);
  }
}
