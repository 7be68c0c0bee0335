package ballast.cli.option;

import ballast.app.Notices;
import ballast.app.glossary.GlossaryFiles.Written;
import ballast.app.glossary.TermMining;
import ballast.app.project.Glossaries;
import ballast.bitext.CountedNoun;
import ballast.cli.terminal.Console;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryTableWriter;
import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.glossary.Concept;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

public final class GlossaryOptions {

  @Option(
      names = "--glossary",
      paramLabel = "FILE|DIR",
      completionCandidates = FileNames.Glossaries.class,
      description = {
        "Glossaries (${bundle:term-files}); may be given several times.",
        "Default: BALLAST_GLOSSARY, or glossary/* in this folder or one above it."
      })
  public List<String> glossaries = List.of();

  @Option(names = "--no-glossary", description = "Ignore the glossaries.")
  boolean noGlossary;

  /** Uses {@code defaults} if neither the command line nor the environment names a glossary. */
  public void otherwise(List<Path> defaults, Console console) {
    glossaries = chosen().or(defaults, console.workplace()).names();
  }

  public Glossaries chosen() {
    return new Glossaries(glossaries, !noGlossary);
  }

  /** The glossaries; none with {@code --no-glossary}, even if some are named. */
  public Glossaries wanted() {
    return noGlossary ? Glossaries.NONE : chosen();
  }

  /**
   * Reads all glossaries; see {@link Glossaries#read}.
   *
   * @throws ballast.bitext.InputException if one of them cannot be read
   */
  public List<Concept> read(Console console, Notices notices) {
    return noGlossary ? List.of() : chosen().read(console.workplace(), notices.aside());
  }

  /** The options that select term proposals and how they are shown. */
  public static final class MiningOptions {

    @Option(
        names = "--limit",
        paramLabel = "N",
        defaultValue = "100",
        description = "At most N of each kind. Default: ${DEFAULT-VALUE}.")
    int limit = 100;

    @Option(
        names = "--min",
        paramLabel = "N",
        defaultValue = "3",
        description =
            "A term and its translation occur together in at least N "
                + "pairs; 2 or more. Default: ${DEFAULT-VALUE}.")
    int minCount = 3;

    @Option(
        names = "--only",
        paramLabel = "WHAT",
        split = ",",
        description =
            "Only terms that no glossary has, variants of those it has, or "
                + "guards: phrases in which they are something else (not_in).")
    List<TermMining.Proposal> only = List.of();

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    /**
     * @param line the command line, for usage errors
     * @throws ParameterException if a number is too small
     */
    public TermMining.Wanted wanted(CommandLine line) {
      if (limit < 1 || minCount < 2) {
        throw new ParameterException(line, "--limit must be 1 or more, --min 2 or more");
      }
      return new TermMining.Wanted(kinds(), limit, minCount);
    }

    private Set<TermMining.Proposal> kinds() {
      return only.isEmpty() ? EnumSet.allOf(TermMining.Proposal.class) : EnumSet.copyOf(only);
    }

    public String summary(TermMining.Result result) {
      int variants = result.count(TermMining.Proposal.VARIANTS);
      int guards = result.count(TermMining.Proposal.GUARDS);
      List<String> counts = new ArrayList<>();
      if (only.isEmpty() || only.contains(TermMining.Proposal.TERMS)) {
        counts.add(CountedNoun.of(result.count(TermMining.Proposal.TERMS), "candidate"));
      }
      if (variants > 0 || only.contains(TermMining.Proposal.VARIANTS)) {
        counts.add(CountedNoun.of(variants, "variant"));
      }
      if (guards > 0 || only.contains(TermMining.Proposal.GUARDS)) {
        counts.add(CountedNoun.of(guards, "guard phrase"));
      }
      return String.join(", ", counts) + " from " + CountedNoun.of(result.pairs(), "pair");
    }

    public void print(TermMining.Result result, OutputOptions output, Console console) {
      if (json) {
        OutputOptions.print(console, result::writeJson);
      } else if (!result.isEmpty()) {
        output.write(console, out -> GlossaryTableWriter.writeCsv(out, "proposal", result.rows()));
      }
    }
  }

  /** Messages about a glossary exported in another program's format. */
  public record GlossaryMessages(Notices notices, OutputOptions output) {

    private static final int NAMED = 20;

    /**
     * Warns about content that the format cannot hold, and about a file name that OmegaT ignores.
     */
    public void warn(GlossaryFormat form, Written result) {
      List<LeftOutTerm> leftOut = result.leftOut();
      int named = notices.wantsDetails() ? leftOut.size() : Math.min(NAMED, leftOut.size());
      leftOut.subList(0, named).forEach(term -> notices.warn("left out " + term));
      if (named < leftOut.size()) {
        notices.warn("left out " + (leftOut.size() - named) + " more; -v names them");
      }
      if (form == GlossaryFormat.OMEGAT && !output.isStandardOutput() && !isReadByOmegaT()) {
        notices.warn(
            "OmegaT reads tables that end in .txt, .utf8 or .tab, not \"" + output.output + "\"");
      }
    }

    public void say(Written result) {
      notices.say(
          "wrote %s%s",
          CountedNoun.of(result.concepts(), "concept"),
          output.isStandardOutput() ? "" : " to " + output.output);
    }

    private boolean isReadByOmegaT() {
      String file = String.valueOf(output.output);
      return GlossaryFormat.isWritten(file) && GlossaryFormat.of(file) == GlossaryFormat.OMEGAT;
    }
  }
}
