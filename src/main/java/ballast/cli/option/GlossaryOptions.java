package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.glossary.Concept;
import ballast.workflow.project.Glossaries;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that select glossaries. */
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

  /** Uses these if neither the command line nor the environment names any. */
  public void otherwise(List<Path> defaults, Console console) {
    glossaries = chosen().or(defaults, console.workplace()).names();
  }

  /** The glossaries. */
  public Glossaries chosen() {
    return new Glossaries(glossaries, !noGlossary);
  }

  /** The glossaries; with {@code --no-glossary} none, even if some are named. */
  public Glossaries wanted() {
    return noGlossary ? Glossaries.NONE : chosen();
  }

  /**
   * Reads them all; see {@link Glossaries#read}.
   *
   * @throws ballast.bitext.InputException if one of them cannot be read
   */
  public List<Concept> read(Console console, CommonOptions common) {
    return noGlossary
        ? List.of()
        : chosen().read(console.workplace(), common.notices(console).aside());
  }
}
