package ballast.cli;

import ballast.bitext.InputException;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.interchange.GlossaryFormat;
import ballast.interchange.GlossaryWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast glossary export}: the project's glossaries for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Writes the project's glossaries as one file for another program.",
      "CSV, TSV, Excel and TBX hold everything. OmegaT and DeepL know terms and translations "
          + "only: what is forbidden and what does not fit is left out and named. No cell is "
          + "written that a spreadsheet program would run. Exit status 1: there is no concept."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary export -o terms.xlsx",
      "  ballast glossary export --format tbx3 -o for-others.tbx",
      "  ballast glossary export --format omegat -o glossary.utf8"
    })
final class GlossaryExportCommand implements Callable<Integer> {

  private static final int NAMED = 20;

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "csv, tsv, xlsx, tbx (version 2), tbx3, omegat or deepl. Default: what FILE ends in "
              + "(.txt and .utf8: omegat); csv on standard output.")
  @Nullable GlossaryFormat format;

  GlossaryExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    GlossaryFormat form = form();
    output.check(console);
    List<Concept> concepts = Glossary.of(glossary.read(console, common)).concepts();
    if (concepts.isEmpty()) {
      common.say(console, "there is no glossary, or nothing in it");
      return ExitCode.FINDINGS;
    }
    List<String> leftOut = new ArrayList<>();
    output.write(console, out -> leftOut.addAll(new GlossaryWriter().write(out, form, concepts)));
    int named = common.verbose ? leftOut.size() : Math.min(NAMED, leftOut.size());
    leftOut.subList(0, named).forEach(line -> common.warn(console, "left out " + line));
    if (named < leftOut.size()) {
      common.warn(console, "left out " + (leftOut.size() - named) + " more; -v names them");
    }
    if (form == GlossaryFormat.OMEGAT && !output.isStandardOutput() && !isReadByOmegaT()) {
      common.warn(
          console,
          "OmegaT reads tables that end in .txt, .utf8 or .tab, not \"" + output.output + "\"");
    }
    common.say(
        console,
        "wrote "
            + EditMessages.count(concepts.size(), "concept")
            + (output.isStandardOutput() ? "" : " to " + output.output));
    return ExitCode.OK;
  }

  private boolean isReadByOmegaT() {
    return List.of("txt", "utf8", "tab").contains(output.extension());
  }

  private GlossaryFormat form() {
    if (format != null) {
      return format;
    }
    if (output.isStandardOutput()) {
      return GlossaryFormat.CSV;
    }
    return switch (output.extension()) {
      case "csv" -> GlossaryFormat.CSV;
      case "tsv" -> GlossaryFormat.TSV;
      case "xlsx" -> GlossaryFormat.XLSX;
      case "tbx" -> GlossaryFormat.TBX;
      case "txt", "utf8", "tab" -> GlossaryFormat.OMEGAT;
      default ->
          throw new InputException(
              "cannot tell what to write into a file that ends in \"." + output.extension() + "\"",
              "end it in .csv, .tsv, .xlsx, .tbx or .utf8, or say --format"
                  + " csv|tsv|xlsx|tbx|tbx3|omegat|deepl");
    };
  }
}
