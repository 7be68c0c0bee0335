package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

public final class BatchOptions {

  @Option(
      names = "--pairs",
      paramLabel = "LIST",
      completionCandidates = FileNames.Lines.class,
      description =
          "Align the pairs of this list, one per line: SOURCE, tab, TARGET, optionally tab,"
              + " document name. UTF-8; names are relative to the list's folder; # begins a"
              + " comment.")
  public @Nullable String pairs;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description =
          "Align N documents at a time, or N parts of a long one. The result is the same for any N."
              + " Default: one per processor.")
  public @Nullable Integer jobs;

  @Option(
      names = "--again",
      description = {
        "Align anew what the memory has already from the same files.",
        "Units of theirs that have been deleted come back."
      })
  public boolean again;

  @Option(
      names = "--report",
      paramLabel = "TSV",
      completionCandidates = FileNames.Lines.class,
      description = "Many documents: write a table of the outcome of every pair.")
  public @Nullable String report;

  /** An error message for a wrong combination of options and files, or "". */
  public String contradiction(List<String> files) {
    if (pairs == null && files.isEmpty()) {
      return "give SOURCE and TARGET, a folder, or --pairs LIST";
    }
    if (pairs != null && !files.isEmpty()) {
      return "--pairs LIST names the files: \"" + files.get(0) + "\" is one too many";
    }
    if (files.size() > 2) {
      return "give one source and one translation: \""
          + files.get(2)
          + "\" is one too many; several pairs go into a folder, or a list for --pairs";
    }
    return jobs != null && jobs < 1 ? "--jobs " + jobs + ": at least 1" : "";
  }

  /**
   * Whether the input is a list, a folder or two folders.
   *
   * @throws InputException if it is a single document and {@code --report} was given
   */
  public boolean isMany(List<String> files, Console console) {
    boolean many =
        pairs != null
            || (files.size() <= 2
                && files.stream().allMatch(file -> Files.isDirectory(console.resolve(file))));
    if (!many && report != null) {
      throw new InputException("--report is for many articles", "leave --report out");
    }
    return many;
  }

  /** The options for beads set by hand. */
  public static final class CorrectionsOption {

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

    public String name() {
      return file == null ? "" : file;
    }

    /**
     * @throws ParameterException if {@code --corrections} was given for several documents
     */
    public void check(CommandLine command, boolean isMany) {
      if (isMany && file != null) {
        throw new ParameterException(
            command, "--corrections is for one article: give its two files");
      }
    }
  }
}
