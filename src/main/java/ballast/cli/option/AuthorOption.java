package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.memory.Origin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The author of a change to the memory. Not {@code --author}, which selects units. */
public final class AuthorOption {

  /** Whom the memory notes. */
  static final String NOTED =
      " Default: BALLAST_AUTHOR, else USER. A memory on a server always notes the user of the"
          + " connection.";

  @Option(names = "--by", paramLabel = "NAME", description = "Who does this." + NOTED)
  @Nullable String by;

  /**
   * The author and the command of a change.
   *
   * @param note the command; empty if there is nothing to note
   */
  public Origin origin(Console console, String note) {
    return new Origin(by == null ? console.user() : by, note);
  }
}
