package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.memory.Origin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In whose name the memory is changed. Not {@code --author}: that chooses units. */
public final class AuthorOption {

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does this. Default: BALLAST_AUTHOR, else USER.")
  @Nullable String by;

  /**
   * Who changes the memory.
   *
   * @param note what was asked for; empty when there is nothing to say
   */
  public Origin origin(Console console, String note) {
    return new Origin(by == null ? console.user() : by, note);
  }
}
