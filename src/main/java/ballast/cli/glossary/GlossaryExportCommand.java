package ballast.cli.glossary;

import ballast.app.glossary.GlossaryConversion.GlossaryFileJson;
import ballast.app.glossary.GlossaryExport;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.GlossaryOptions.GlossaryMessages;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.term.GlossaryFormat;
import ballast.glossary.Concept;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Writes the project's glossaries as one file for another program.",
      "CSV, TSV, Excel and TBX hold everything. OmegaT (with .tbx, too) and DeepL know terms and"
          + " translations only: forbidden terms and entries that do not fit are left out and"
          + " listed. No cell is written that a spreadsheet program would run. Exit status 1: no"
          + " concepts."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary export -o terms.xlsx",
      "  ballast glossary export --format tbx3 -o for-others.tbx",
      "  ballast glossary export --format omegat -o glossary.utf8 --json",
      "  ballast glossary export --format omegat -o glossary.tbx"
    })
final class GlossaryExportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin SummaryOption summary = new SummaryOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${bundle:term-formats}; tbx is version 2. Default: by the extension of FILE "
              + "(.txt and .utf8: omegat); csv on standard output.")
  @Nullable GlossaryFormat format;

  GlossaryExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    summary.check(output);
    GlossaryFormat form = form();
    output.check(console);
    List<Concept> concepts = glossary.read(console, common);
    if (concepts.isEmpty()) {
      GlossaryExport.Result nothing = new GlossaryExport.Result(0, List.of());
      summary.report(
          console,
          json -> GlossaryFileJson.writeExport(json, "", form, nothing),
          () -> common.say(console, "there is no glossary, or it is empty"));
      return ExitCode.FINDINGS;
    }
    GlossaryExport.Result result =
        output.writing(
            console,
            out -> new GlossaryExport().write(new GlossaryExport.Request(concepts, form, out)));
    GlossaryMessages messages = new GlossaryMessages(console, common, output);
    messages.warn(form, result);
    summary.report(
        console,
        json -> GlossaryFileJson.writeExport(json, output.file(), form, result),
        () -> messages.say(result));
    return ExitCode.OK;
  }

  private GlossaryFormat form() {
    if (format != null) {
      return format.in(String.valueOf(output.output));
    }
    return output.isStandardOutput()
        ? GlossaryFormat.CSV
        : GlossaryFormat.of(String.valueOf(output.output));
  }
}
