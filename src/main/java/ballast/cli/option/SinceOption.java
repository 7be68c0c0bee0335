package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import ballast.glossary.Glossary;
import ballast.workflow.check.Changes;
import ballast.workflow.check.CheckInputs;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Since when texts must have changed. */
public final class SinceOption {

  @Option(
      names = "--since",
      paramLabel = "REV",
      description =
          "Report only what has to do with texts, or entries of the "
              + "glossary, that changed since this revision in git.")
  public @Nullable String revision;

  /**
   * What has changed since then; without the option, everything counts.
   *
   * @param inputs what is checked
   * @param glossaryFiles where the glossary comes from
   * @throws InputException if there is no such revision, or a file is not in its work tree
   */
  public Changes changes(
      Console console, CheckInputs inputs, Glossary glossary, List<Path> glossaryFiles) {
    return revision == null
        ? Changes.everything()
        : Changes.since(revision, console, inputs, glossary, glossaryFiles);
  }

  /**
   * Stops before any work if it makes no sense with the other options.
   *
   * @throws InputException if so
   */
  public void check(List<String> files, BaselineOptions baseline) {
    if (revision == null) {
      return;
    }
    if (files.isEmpty()) {
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
