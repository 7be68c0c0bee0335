package ballast.memory.store;

import ballast.memory.CommandInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The commands since the last compaction as a stack. Undo takes the top command of those that are
 * chosen, and redo puts the last undone one back.
 *
 * <p>The log only grows. Each undo in it names the change that it undid, and the stack is computed
 * from these rows.
 */
final class CommandStacks {

  private record Row(long id, String kind, String author, long command, long undoes) {
    boolean takesBack() {
      return kind.equals(CommandInfo.UNDONE);
    }

    boolean isOriginal() {
      return !takesBack() && !kind.equals(CommandInfo.REDONE);
    }
  }

  private static final Comparator<LoggedCommand> BY_LATEST =
      Comparator.comparingLong(LoggedCommand::latestEnd);

  /** Ordered by their first rows. */
  private final List<LoggedCommand> commands = new ArrayList<>();

  private CommandStacks() {}

  static CommandStacks of(Database database) throws SQLException {
    CommandStacks stacks = new CommandStacks();
    Map<Long, LoggedCommand> byChange = new HashMap<>();
    @Nullable LoggedCommand[] previous = new LoggedCommand[1];
    database.forEach(
        """
        SELECT id, kind, author, COALESCE(command, id), COALESCE(undoes, 0) FROM change
        WHERE id > (SELECT COALESCE(max(id), 0) FROM change WHERE kind = ?)
        ORDER BY id
        """,
        row -> {
          Row read =
              new Row(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getLong(5));
          previous[0] = stacks.add(read, byChange, previous[0]);
        },
        CommandInfo.COMPACTED);
    return stacks;
  }

  /** Adds a row and returns the command that it belongs to or undoes; null if unknown. */
  private @Nullable LoggedCommand add(
      Row row, Map<Long, LoggedCommand> byChange, @Nullable LoggedCommand previous) {
    LoggedCommand command = byChange.get(row.undoes());
    if (row.isOriginal()) {
      command = previous;
      if (command == null || !command.goesOnWith(row.command())) {
        command = new LoggedCommand(row.author());
        commands.add(command);
      }
    }
    if (command != null) {
      command.add(!row.takesBack(), row.command(), row.id());
      byChange.put(row.id(), command);
    }
    return command;
  }

  List<LoggedCommand> commands() {
    return List.copyOf(commands);
  }

  /** Returns the chosen command to undo next; empty if there is none. */
  Optional<LoggedCommand> lastInForce(Predicate<LoggedCommand> chosen) {
    return commands.stream().filter(chosen).filter(LoggedCommand::isInForce).max(BY_LATEST);
  }

  /**
   * Counts the undo steps until {@code command} is undone, on the stack of its author. If it has no
   * author, the stack of all commands counts.
   */
  long undosUntil(LoggedCommand command) {
    String author = command.author();
    return commands.stream()
        .filter(one -> author.isEmpty() || one.author().equals(author))
        .filter(LoggedCommand::isInForce)
        .filter(one -> BY_LATEST.compare(one, command) >= 0)
        .count();
  }

  /**
   * Returns the chosen command to redo next. Empty if there is none, or if another chosen command
   * has run since.
   */
  Optional<LoggedCommand> lastTakenBack(Predicate<LoggedCommand> chosen) {
    return commands.stream()
        .filter(chosen)
        .filter(command -> !command.isInForce())
        .max(BY_LATEST)
        .filter(found -> commands.stream().filter(chosen).noneMatch(isRunSince(found)));
  }

  private static Predicate<LoggedCommand> isRunSince(LoggedCommand found) {
    return command -> command.original().get(0) > found.latestEnd();
  }

  /** Returns the changes of all undone commands that were not redone. */
  Set<Long> takenBack() {
    Set<Long> changes = new HashSet<>();
    commands.stream()
        .filter(command -> !command.isInForce())
        .forEach(command -> changes.addAll(command.original()));
    return changes;
  }

  /**
   * A command of the log with its later undo and redo steps. A command on many documents has
   * several changes. If other commands wrote between two of them, each part counts as a command.
   */
  static final class LoggedCommand {

    /**
     * A run, an undo or a redo of the command.
     *
     * @param puts whether the command is in force afterwards
     * @param changes ids, newest first
     */
    private record Step(boolean puts, long command, List<Long> changes) {}

    private final String author;
    private final List<Step> steps = new ArrayList<>();

    LoggedCommand(String author) {
      this.author = author;
    }

    /**
     * Adds a change that runs, undoes or redoes the command.
     *
     * @param puts whether the command is in force afterwards
     * @param command the command of the change itself
     * @param change its id, above all earlier ones
     */
    void add(boolean puts, long command, long change) {
      if (steps.isEmpty() || last().puts() != puts || last().command() != command) {
        steps.add(new Step(puts, command, new ArrayList<>()));
      }
      last().changes().add(0, change);
    }

    private Step last() {
      return steps.get(steps.size() - 1);
    }

    /** Whether the next change also belongs to this command. */
    boolean goesOnWith(long command) {
      return steps.size() == 1 && last().command() == command;
    }

    /** The author of the command, even after an undo by another user. */
    String author() {
      return author;
    }

    boolean isInForce() {
      return last().puts();
    }

    /** The id of its first change, even if other commands wrote between its changes. */
    long command() {
      return steps.get(0).command();
    }

    /** Whether the command was in force right after a change. */
    boolean wasInForce(long change) {
      boolean inForce = false;
      for (Step step : steps) {
        if (begin(step) <= change) {
          inForce = step.puts();
        }
      }
      return inForce;
    }

    /** Ids of the command's own changes, newest first. */
    List<Long> original() {
      return steps.get(0).changes();
    }

    /** Ids of the changes of the latest run, undo or redo, newest first. */
    List<Long> latest() {
      return last().changes();
    }

    long latestBegin() {
      return begin(last());
    }

    long latestEnd() {
      return last().changes().get(0);
    }

    private static long begin(Step step) {
      return step.changes().get(step.changes().size() - 1);
    }
  }
}
