package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.format.term.GlossaryFormat;
import ballast.report.page.Count;
import ballast.workflow.glossary.GlossaryExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes a glossary in the form of another program and reports what this form cannot hold. */
public final class GlossaryOutput {

  private static final int NAMED = 20;

  private final Console console;
  private final CommonOptions common;
  private final OutputOptions output;

  public GlossaryOutput(Console console, CommonOptions common, OutputOptions output) {
    this.console = console;
    this.common = common;
    this.output = output;
  }

  /** Writes a glossary. */
  @FunctionalInterface
  public interface Body {
    GlossaryExport.Result write(OutputStream out) throws IOException;
  }

  /** Writes to the output and says what was written and what was left out. */
  public void write(GlossaryFormat form, Body body) {
    List<GlossaryExport.Result> results = new ArrayList<>(1);
    output.write(console, out -> results.add(body.write(out)));
    GlossaryExport.Result result = results.get(0);
    List<String> leftOut = result.leftOut();
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
            + Count.of(result.concepts(), "concept")
            + (output.isStandardOutput() ? "" : " to " + output.output));
  }

  private boolean isReadByOmegaT() {
    String file = String.valueOf(output.output);
    return GlossaryFormat.isWritten(file) && GlossaryFormat.of(file) == GlossaryFormat.OMEGAT;
  }
}
