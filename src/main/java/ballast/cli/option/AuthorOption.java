package ballast.cli.option;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.cli.terminal.Console;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryStore;
import ballast.memory.TeamStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The author of a change to the memory. Unlike {@code --author}, it does not select units. */
public final class AuthorOption {

  private static final String NOTED =
      " Default: BALLAST_AUTHOR, else USER. A memory on a server always notes the user of the"
          + " connection.";

  @Option(names = "--by", paramLabel = "NAME", description = "Who does this." + NOTED)
  @Nullable String by;

  public boolean isGiven() {
    return by != null;
  }

  /**
   * Returns the author and the command of a change. Warns if the memory will record another author.
   *
   * @param memory the memory to write, or null
   * @param note the command, or ""
   */
  public Origin origin(
      Console console, Notices notices, @Nullable MemoryStore memory, String note) {
    return new Origin(author("--by", by, console, notices, memory), note);
  }

  /** Warns if the memory will record another author, or none. */
  private static String author(
      String option,
      @Nullable String given,
      Console console,
      Notices notices,
      @Nullable MemoryStore memory) {
    TeamStore team = memory instanceof TeamStore store ? store : null;
    if (given == null) {
      if (memory != null && team == null && console.user().isEmpty()) {
        notices.say(
            "author   unknown: the history will not say who did this; set BALLAST_AUTHOR, or give"
                + " %s NAME",
            option);
      }
      return console.user();
    }
    if (team != null && !team.user().equals(given)) {
      notices.warn(
          "%s \"%s\" is not noted: a memory on a server notes the user of the connection, \"%s\"",
          option, given, team.user());
    }
    return given;
  }

  /**
   * The author of recorded articles or units. Unlike {@link FilterOptions}' {@code --author}, it
   * does not select units.
   */
  public static final class RecorderOption {

    @Option(names = "--author", paramLabel = "NAME", description = "Who does this." + NOTED)
    @Nullable String author;

    public boolean isGiven() {
      return author != null;
    }

    /**
     * Returns the workplace of the author. Warns if the memory will record another author.
     *
     * @param memory the memory to write, or null
     */
    public Workplace workplace(Console console, Notices notices, @Nullable MemoryStore memory) {
      return console.workplace().withAuthor(author("--author", author, console, notices, memory));
    }
  }
}
