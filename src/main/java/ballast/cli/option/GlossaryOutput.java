package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryWriter;
import ballast.glossary.Concept;
import java.util.List;
import java.util.Map;

/** Writes a glossary in the form of another program and says what of it that form cannot hold. */
public final class GlossaryOutput {

  private static final int NAMED = 20;

  private static final Map<String, GlossaryFormat> BY_EXTENSION =
      Map.of(
          "csv", GlossaryFormat.CSV,
          "tsv", GlossaryFormat.TSV,
          "xlsx", GlossaryFormat.XLSX,
          "tbx", GlossaryFormat.TBX,
          "txt", GlossaryFormat.OMEGAT,
          "utf8", GlossaryFormat.OMEGAT,
          "tab", GlossaryFormat.OMEGAT);

  private final Console console;
  private final CommonOptions common;
  private final OutputOptions output;

  public GlossaryOutput(Console console, CommonOptions common, OutputOptions output) {
    this.console = console;
    this.common = common;
    this.output = output;
  }

  /** Whether the name of a file says a form. */
  public static boolean isOne(String file) {
    return BY_EXTENSION.containsKey(OutputOptions.extension(file));
  }

  /**
   * The form that the name of a file says.
   *
   * @throws InputException if it says none
   */
  public static GlossaryFormat formatOf(String file) {
    String extension = OutputOptions.extension(file);
    GlossaryFormat format = BY_EXTENSION.get(extension);
    if (format == null) {
      throw new InputException(
          "cannot tell what to write into a file that ends in \"." + extension + "\"",
          "end it in .csv, .tsv, .xlsx, .tbx or .utf8, or say --format"
              + " csv|tsv|xlsx|tbx|tbx3|omegat|deepl");
    }
    return format;
  }

  public void write(GlossaryFormat form, List<Concept> concepts) {
    say(
        form,
        concepts.size(),
        output.writing(console, out -> new GlossaryWriter().write(out, form, concepts)));
  }

  /**
   * Says what was written.
   *
   * @param concepts how many
   * @param leftOut what the form cannot hold
   */
  public void say(GlossaryFormat form, int concepts, List<String> leftOut) {
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
            + EditMessages.count(concepts, "concept")
            + (output.isStandardOutput() ? "" : " to " + output.output));
  }

  private boolean isReadByOmegaT() {
    return BY_EXTENSION.get(output.extension()) == GlossaryFormat.OMEGAT;
  }
}
