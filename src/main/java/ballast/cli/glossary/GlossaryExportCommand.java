package ballast.cli.glossary;

import ballast.app.glossary.GlossaryFiles;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.GlossaryOptions.GlossaryMessages;
import ballast.cli.option.OutputCommand;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.term.GlossaryFormat;
import ballast.glossary.Concept;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
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
final class GlossaryExportCommand extends OutputCommand {

  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin SummaryOption summary = new SummaryOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${bundle:term-formats}; tbx is version 2. Default: by the extension of FILE "
              + "(.txt and .utf8: omegat); csv on standard output.")
  @Nullable GlossaryFormat format;

  @Override
  public Integer call() {
    summary.check(output);
    GlossaryFormat form = form();
    output.check(console);
    List<Concept> concepts = glossary.read(console, notices());
    if (concepts.isEmpty()) {
      summary.report(
          console,
          json -> GlossaryFiles.Written.NOTHING.writeJson(json, "", form),
          () -> say("there is no glossary, or it is empty"));
      return ExitCode.FINDINGS;
    }
    GlossaryFiles.Written written = writing(out -> GlossaryFiles.export(concepts, form, out));
    GlossaryMessages messages = new GlossaryMessages(notices(), output);
    messages.warn(form, written);
    summary.report(
        console, json -> written.writeJson(json, output.file(), form), () -> messages.say(written));
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
