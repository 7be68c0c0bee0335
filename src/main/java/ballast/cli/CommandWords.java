package ballast.cli;

import ballast.cli.option.FileNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The words that may follow a command on the command line.
 *
 * @param path the command without the program name, for example {@code tm search}
 * @param subcommands in the order of the help
 * @param options all but hidden options
 * @param parameter the values of the first parameter
 */
record CommandWords(
    String path, List<Word> subcommands, List<OptionWords> options, Values parameter) {

  /**
   * @param about one sentence, without the full stop
   */
  record Word(String text, String about) {}

  /**
   * @param names for example {@code -o} and {@code --output}
   * @param about one sentence, without the full stop
   * @param values the values of the option; null if it takes none
   */
  record OptionWords(List<String> names, String about, @Nullable Values values) {}

  enum Kind {
    TEXT,
    WORDS,
    FILES,
    FOLDERS
  }

  /**
   * Values of an option or parameter.
   *
   * @param words for {@link Kind#WORDS} the values; for {@link Kind#FILES} the extensions without
   *     the dot, empty for all files; otherwise empty
   */
  record Values(Kind kind, List<String> words) {}

  /** Returns the words of a command and all its descendants. */
  static List<CommandWords> of(CommandSpec command) {
    List<CommandWords> all = new ArrayList<>();
    collect(command, all);
    return all;
  }

  private static void collect(CommandSpec command, List<CommandWords> all) {
    String name = command.qualifiedName();
    List<Word> subcommands = new ArrayList<>();
    command
        .subcommands()
        .forEach((word, below) -> subcommands.add(new Word(word, about(below.getCommandSpec()))));
    List<OptionWords> options =
        command.options().stream()
            .filter(option -> !option.hidden())
            .map(
                option ->
                    new OptionWords(
                        List.of(option.names()),
                        sentence(option.description()),
                        option.arity().max() == 0 ? null : values(option)))
            .toList();
    Values parameter =
        command.positionalParameters().stream()
            .findFirst()
            .map(CommandWords::values)
            .orElse(new Values(Kind.TEXT, List.of()));
    all.add(new CommandWords(path(name), List.copyOf(subcommands), options, parameter));
    for (CommandLine below : command.subcommands().values()) {
      collect(below.getCommandSpec(), all);
    }
  }

  private static String path(String qualifiedName) {
    int space = qualifiedName.indexOf(' ');
    return space < 0 ? "" : qualifiedName.substring(space + 1);
  }

  private static Values values(ArgSpec arg) {
    @Nullable Iterable<String> candidates = arg.completionCandidates();
    if (candidates instanceof FileNames.Folders) {
      return new Values(Kind.FOLDERS, List.of());
    }
    if (candidates instanceof FileNames files) {
      return new Values(Kind.FILES, files.extensions());
    }
    return candidates == null
        ? new Values(Kind.TEXT, List.of())
        : new Values(
            Kind.WORDS, StreamSupport.stream(candidates.spliterator(), false).distinct().toList());
  }

  /** Returns a one-sentence description without the full stop. */
  static String about(CommandSpec command) {
    return sentence(command.usageMessage().description());
  }

  private static String sentence(String[] description) {
    String text = description.length == 0 ? "" : description[0].replace("%n", " ");
    return text.replaceFirst("(?s)\\.( .*)?$", "");
  }

  /**
   * Returns the keys of each set of values. A key is the path of a command, a space, and the name
   * of an option, or nothing for a parameter. The path {@code *} matches every command; it is used
   * if an option has the same values everywhere. Unknown values have no key.
   */
  static Map<Values, List<String>> keys(List<CommandWords> commands) {
    Map<String, List<Values>> byName = new LinkedHashMap<>();
    for (CommandWords command : commands) {
      command.named(
          (name, values) -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(values));
    }
    Map<Values, List<String>> keys = new LinkedHashMap<>();
    for (CommandWords command : commands) {
      command.named(
          (name, values) -> {
            boolean same =
                !name.isEmpty()
                    && byName.getOrDefault(name, List.of()).stream().distinct().count() == 1;
            List<String> some = keys.computeIfAbsent(values, v -> new ArrayList<>());
            String key = (same ? "*" : command.path()) + " " + name;
            if (!some.contains(key)) {
              some.add(key);
            }
          });
    }
    keys.keySet().removeIf(values -> values.kind() == Kind.TEXT);
    return keys;
  }

  @FunctionalInterface
  private interface Named {
    void take(String name, Values values);
  }

  private void named(Named action) {
    for (OptionWords option : options) {
      Values values = option.values();
      if (values != null) {
        option.names().forEach(name -> action.take(name, values));
      }
    }
    action.take("", parameter);
  }

  List<String> valued() {
    return options.stream()
        .filter(option -> option.values() != null)
        .flatMap(option -> option.names().stream())
        .toList();
  }
}
