package ballast.cli;

import ballast.memory.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In whose name the memory is changed. Not {@code --author}: that chooses units. */
final class AuthorOption {

  /** Code points. */
  private static final int LONGEST_NOTE = 500;

  private static final int REPLACEMENT = 0xFFFD;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does this. Default: BALLAST_AUTHOR, else USER.")
  @Nullable String by;

  /**
   * Who changes the memory, and the command line, so that the history can say what was asked for.
   */
  Origin origin(Console console, CommandSpec command) {
    return origin(console, note(command));
  }

  /**
   * Who changes the memory.
   *
   * @param note what was asked for; empty when there is nothing to say
   */
  Origin origin(Console console, String note) {
    return new Origin(by == null ? console.user() : by, note);
  }

  private static String note(CommandSpec command) {
    List<String> args = command.commandLine().getParseResult().originalArgs();
    int start = args.indexOf(command.name()) + 1;
    StringBuilder note = new StringBuilder();
    for (String arg : args.subList(start, args.size())) {
      note.append(note.isEmpty() ? "" : " ").append(quoted(arg));
    }
    return note.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .limit(LONGEST_NOTE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String quoted(String arg) {
    return arg.isEmpty() || arg.chars().anyMatch(c -> c == ' ' || c == '"') ? "'" + arg + "'" : arg;
  }
}
