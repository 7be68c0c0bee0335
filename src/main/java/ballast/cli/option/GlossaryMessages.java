package ballast.cli.option;

import ballast.bitext.CountedNoun;
import ballast.cli.terminal.Console;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.LeftOutTerm;
import ballast.workflow.glossary.GlossaryExport;
import java.util.List;

/** Reports on a glossary that was written in the form of another program. */
public record GlossaryMessages(Console console, CommonOptions common, OutputOptions output) {

  private static final int NAMED = 20;

  /** Warns of what the form cannot hold, and of a name that OmegaT does not read. */
  public void warn(GlossaryFormat form, GlossaryExport.Result result) {
    List<LeftOutTerm> leftOut = result.leftOut();
    int named = common.verbose ? leftOut.size() : Math.min(NAMED, leftOut.size());
    leftOut.subList(0, named).forEach(term -> common.warn(console, "left out " + term));
    if (named < leftOut.size()) {
      common.warn(console, "left out " + (leftOut.size() - named) + " more; -v names them");
    }
    if (form == GlossaryFormat.OMEGAT && !output.isStandardOutput() && !isReadByOmegaT()) {
      common.warn(
          console,
          "OmegaT reads tables that end in .txt, .utf8 or .tab, not \"" + output.output + "\"");
    }
  }

  /** Says what was written. */
  public void say(GlossaryExport.Result result) {
    common.say(
        console,
        "wrote "
            + CountedNoun.of(result.concepts(), "concept")
            + (output.isStandardOutput() ? "" : " to " + output.output));
  }

  private boolean isReadByOmegaT() {
    String file = String.valueOf(output.output);
    return GlossaryFormat.isWritten(file) && GlossaryFormat.of(file) == GlossaryFormat.OMEGAT;
  }
}
