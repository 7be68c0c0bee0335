package ballast.cli.option;

import ballast.bitext.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that selects texts changed since a revision. */
public final class SinceOption {

  @Option(
      names = "--since",
      paramLabel = "REV",
      description =
          "Report only findings about texts, or entries of the glossary, that changed since"
              + " this revision in git.")
  @Nullable String revision;

  /** The revision; empty if not given. */
  public String revision() {
    return revision == null ? "" : revision;
  }

  /**
   * Stops before any work if it makes no sense with the other options.
   *
   * @throws InputException if so
   */
  public void check(boolean namesFiles, BaselineOptions baseline) {
    if (revision == null) {
      return;
    }
    if (!namesFiles) {
      throw new InputException(
          "--since is for files in git, not for the memory",
          "name files; or --changed-since DATE for units of the memory");
    }
    if (baseline.update || baseline.prune) {
      throw new InputException(
          "--since does not find all that a baseline must have",
          "write the baseline without --since");
    }
  }
}
