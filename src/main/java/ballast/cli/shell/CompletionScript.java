package ballast.cli.shell;

import ballast.cli.shell.CommandWords.OptionWords;
import ballast.cli.shell.CommandWords.Values;
import ballast.cli.shell.CommandWords.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Scripts that complete command lines: tables of all commands, options and values, and the same few
 * lines in each shell that look them up. They start no program.
 */
public final class CompletionScript {

  private static final String ABOUT =
      """
      # Completes the commands, options, values and files of ballast, which made this script;
      # completing does not start it.
      """;

  private final List<CommandWords> commands;
  private final Map<Values, List<String>> keys;

  /**
   * @param root the program
   */
  public CompletionScript(CommandSpec root) {
    this.commands = CommandWords.of(root);
    this.keys = CommandWords.keys(commands);
  }

  /** For bash 3.2 and later; to be sourced, or put where bash-completion looks for it. */
  public String bash() {
    StringBuilder script = new StringBuilder(ABOUT);
    script.append("_ballast_command()\n{\n  subs= opts= valued=\n  case $1 in\n");
    for (CommandWords command : commands) {
      script.append("    ").append(quoted(command.path())).append(")\n");
      script.append("      subs=").append(quoted(subcommands(command))).append('\n');
      script.append("      opts=").append(quoted(options(command))).append('\n');
      script.append("      valued=").append(quoted(String.join(" ", command.valued())));
      script.append("\n      ;;\n");
    }
    script.append("  esac\n}\n\n").append(valuesOfBourne());
    return script.append(BashLines.TEXT).toString();
  }

  /** For zsh 5 and later; to be sourced after compinit, or put into a folder of fpath. */
  public String zsh() {
    StringBuilder script = new StringBuilder("#compdef ballast\n").append(ABOUT);
    script.append("_ballast_command() {\n  subs=() opts=() valued=()\n  case $1 in\n");
    for (CommandWords command : commands) {
      script.append("    ").append(quoted(command.path())).append(")\n      subs=(\n");
      for (Word word : command.subcommands()) {
        script.append("        ").append(described(word.text(), word.about())).append('\n');
      }
      script.append("      )\n      opts=(\n");
      for (OptionWords option : command.options()) {
        for (String name : option.names()) {
          script.append("        ").append(described(name, option.about())).append('\n');
        }
      }
      script.append("      )\n      valued=(").append(String.join(" ", command.valued()));
      script.append(")\n      ;;\n");
    }
    script.append("  esac\n}\n\n").append(valuesOfBourne());
    return script.append(ZshLines.TEXT).toString();
  }

  /** For fish 3 and later; to be sourced, or put into its folder of completions. */
  public String fish() {
    StringBuilder script = new StringBuilder(ABOUT);
    script.append("function __ballast_subcommands\n  switch $argv[1]\n");
    for (CommandWords command : commands) {
      if (!command.subcommands().isEmpty()) {
        script.append("    case ").append(quotedInFish(command.path())).append('\n');
        command.subcommands().forEach(word -> script.append(printed(word.text(), word.about())));
      }
    }
    script.append("  end\nend\n\nfunction __ballast_options\n  switch $argv[1]\n");
    for (CommandWords command : commands) {
      script.append("    case ").append(quotedInFish(command.path())).append('\n');
      for (OptionWords option : command.options()) {
        option.names().forEach(name -> script.append(printed(name, option.about())));
      }
    }
    script.append("  end\nend\n\nfunction __ballast_valued\n  switch $argv[1]\n");
    for (CommandWords command : commands) {
      script.append("    case ").append(quotedInFish(command.path())).append('\n');
      script.append("      string split ' ' -- ");
      script.append(quotedInFish(String.join(" ", command.valued()))).append('\n');
    }
    script.append("  end\nend\n\nfunction __ballast_values\n  switch $argv[1]\n");
    keys.forEach(
        (values, some) -> {
          String cases =
              some.stream().map(CompletionScript::quotedInFish).collect(Collectors.joining(" "));
          script.append("    case ").append(cases).append('\n');
          script.append("      printf '%s\\n' ").append(kind(values));
          values.words().forEach(word -> script.append(' ').append(quotedInFish(word)));
          script.append('\n');
        });
    script.append("  end\nend\n\n");
    return script.append(FishLines.TEXT).toString();
  }

  /** The table of values for bash and zsh: sets {@code kind} and {@code list}. */
  private String valuesOfBourne() {
    StringBuilder script = new StringBuilder("_ballast_values()\n{\n  kind= list=\n  case $1 in\n");
    keys.forEach(
        (values, some) -> {
          String cases =
              some.stream().map(CompletionScript::pattern).collect(Collectors.joining("|"));
          script.append("    ").append(cases).append(")\n      kind=").append(kind(values));
          script.append(" list=").append(quoted(String.join(" ", values.words())));
          script.append("\n      ;;\n");
        });
    return script.append("  esac\n}\n\n").toString();
  }

  private static String kind(Values values) {
    return values.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String pattern(String key) {
    return key.startsWith("*") ? "*" + quoted(key.substring(1)) : quoted(key);
  }

  private static String subcommands(CommandWords command) {
    return command.subcommands().stream().map(Word::text).collect(Collectors.joining(" "));
  }

  private static String options(CommandWords command) {
    return command.options().stream()
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String described(String word, String about) {
    return quoted(word.replace(":", "\\:") + ":" + about);
  }

  private static String quotedInFish(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String printed(String word, String about) {
    return "      printf '%s\\t%s\\n' " + quotedInFish(word) + " " + quotedInFish(about) + "\n";
  }
}
