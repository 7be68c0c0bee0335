package ballast.cli.terminal;

import ballast.bitext.ShellWord;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Model.CommandSpec;

/** A command line as one line of text for the history. */
public final class CommandNote {

  /** In code points. */
  private static final int MAX_LENGTH = 500;

  private static final String MEMORY = "--tm";

  private static final int REPLACEMENT = 0xFFFD;

  private CommandNote() {}

  /**
   * Returns the arguments after the command's name, without {@code --tm}, because the note is kept
   * in that memory.
   */
  public static String of(CommandSpec command) {
    List<String> args = command.commandLine().getParseResult().originalArgs();
    StringJoiner note = new StringJoiner(" ");
    for (int i = args.indexOf(command.name()) + 1; i < args.size(); i++) {
      if (args.get(i).equals(MEMORY)) {
        i++;
      } else if (!args.get(i).startsWith(MEMORY + "=")) {
        note.add(ShellWord.of(args.get(i)));
      }
    }
    return note.toString()
        .codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .limit(MAX_LENGTH)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
