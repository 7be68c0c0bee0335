package ballast.workbench;

import ballast.app.units.DocumentHistory.Line;
import ballast.bitext.InputException;
import ballast.memory.CommandInfo;
import ballast.memory.DocumentChange;
import ballast.memory.MemoryCare.DependentException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands in the words of the interface. */
final class CommandNames {

  private CommandNames() {}

  static String name(Words words, CommandInfo command) {
    return name(words, command.kind(), command.effect().units());
  }

  static String name(Words words, Line line) {
    return name(words, line.kind(), line.units());
  }

  private static String name(Words words, String kind, int units) {
    String key = "command." + kind;
    return words.has(key) ? words.say(key, units) : kind;
  }

  static String author(Words words, CommandInfo command) {
    String author = command.origin().author();
    return author.isEmpty() ? words.say("command.unknown") : author;
  }

  /**
   * Returns the question to ask before commands are undone; null if they are the user's own, of
   * this sitting and of this article, and none is an alignment.
   *
   * @param name the commands in words
   * @param commands of one author, the newest first
   * @param document the article; empty if the page is about the whole memory
   */
  static @Nullable String question(
      Words words, Bench bench, String name, List<CommandInfo> commands, String document) {
    CommandInfo last = commands.get(0);
    boolean isOwn =
        last.origin().author().equals(bench.workplace().author())
            && commands.stream()
                .noneMatch(
                    one ->
                        one.at().isBefore(bench.opened())
                            || one.kind().equals(DocumentChange.ALIGNED));
    Set<String> others = new HashSet<>();
    if (!document.isEmpty()) {
      commands.forEach(one -> others.addAll(one.effect().documents()));
      others.remove(document);
    }
    if (isOwn && others.isEmpty()) {
      return null;
    }
    String ask = words.say("undo.ask", author(words, last), name, last.at().toString());
    return others.isEmpty() ? ask : ask + " " + words.say("undo.also", others.size());
  }

  /** Returns the reason why undo or redo is impossible. */
  static String refusal(Words words, InputException e) {
    if (e instanceof DependentException dependent) {
      CommandInfo other = dependent.other();
      return words.say(
          other.takenBack() ? "redo.first" : "undo.first",
          author(words, other),
          name(words, other),
          other.at().toString());
    }
    return words.phrase((e.getMessage() + "\n" + e.hint()).strip());
  }

  /**
   * The result of trying undo or redo.
   *
   * @param command the command to undo or redo; null if there is none or it is refused
   * @param refused reason and hint of a refusal, or ""
   * @param question to ask first, or null
   */
  record NextCommand(@Nullable CommandInfo command, String refused, @Nullable String question) {

    static final NextCommand NONE = new NextCommand(null, "", null);
  }
}
