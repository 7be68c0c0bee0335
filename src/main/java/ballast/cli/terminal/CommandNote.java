package ballast.cli.terminal;

import ballast.bitext.ShellWord;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A command line as one line of text for the history. */
public final class CommandNote {

  /** In code points. */
  private static final int MAX_LENGTH = 500;

  private static final int REPLACEMENT = 0xFFFD;

  private CommandNote() {}

  /** The arguments after the command's name. */
  public static String of(CommandSpec command) {
    List<String> args = command.commandLine().getParseResult().originalArgs();
    int start = args.indexOf(command.name()) + 1;
    StringBuilder note = new StringBuilder();
    for (String arg : args.subList(start, args.size())) {
      note.append(note.isEmpty() ? "" : " ").append(ShellWord.of(arg));
    }
    return note.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .limit(MAX_LENGTH)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
