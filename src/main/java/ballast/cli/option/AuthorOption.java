package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.memory.MemoryStore;
import ballast.memory.Origin;
import ballast.memory.TeamStore;
import ballast.workflow.Notices;
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
   * The author and the command of a change; warns if the memory will note somebody else.
   *
   * @param memory that is written; null if none is
   * @param note the command; empty if there is nothing to note
   */
  public Origin origin(
      Console console, Notices notices, @Nullable MemoryStore memory, String note) {
    if (by == null) {
      sayUnknown("--by", console, notices, memory);
      return new Origin(console.user(), note);
    }
    warnOfAnother("--by", by, notices, memory);
    return new Origin(by, note);
  }

  /** Warns that the history will have no author if the user is unknown. */
  static void sayUnknown(
      String option, Console console, Notices notices, @Nullable MemoryStore memory) {
    if (memory != null && !(memory instanceof TeamStore) && console.user().isEmpty()) {
      notices.say(
          "author   unknown: the history will not say who did this; set BALLAST_AUTHOR, or give "
              + option
              + " NAME");
    }
  }

  /** Warns of an author whom the memory will not note. */
  static void warnOfAnother(
      String option, String author, Notices notices, @Nullable MemoryStore memory) {
    if (memory instanceof TeamStore team && !team.user().equals(author)) {
      notices.warn(
          "%s \"%s\" is not noted: a memory on a server notes the user of the connection, \"%s\""
              .formatted(option, author, team.user()));
    }
  }
}
