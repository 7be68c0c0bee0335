package ballast.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options about the beads that a person has set. */
public final class CorrectionsOption {

  @Option(
      names = "--corrections",
      paramLabel = "TSV",
      completionCandidates = FileNames.Lines.class,
      description =
          "Two files: keep the beads of this table, which -o TSV writes and you have edited, and"
              + " align the rest around them. The memory keeps them for the next time.")
  public @Nullable String file;

  @Option(
      names = "--discard-corrections",
      description = "Align without the beads that were set earlier; tm undo brings them back.")
  public boolean discard;

  /** Its name; empty if there is none. */
  public String name() {
    return file == null ? "" : file;
  }

  /**
   * Refuses the option for many documents.
   *
   * @throws ParameterException if it was given
   */
  public void check(CommandLine command, boolean isMany) {
    if (isMany && file != null) {
      throw new ParameterException(command, "--corrections is for one article: give its two files");
    }
  }
}
