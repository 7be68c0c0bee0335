package ballast.memory.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A command of the log with its later undo and redo steps. A command on many documents has several
 * changes. If other commands wrote between two of them, each part counts as a command.
 */
final class LoggedCommand {

  /**
   * A run, an undo or a redo of the command.
   *
   * @param puts whether the command is in force afterwards
   * @param changes ids, oldest first
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
    last().changes().add(change);
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

  /** Whether the command was in force right after a change. */
  boolean wasInForce(long change) {
    boolean inForce = false;
    for (Step step : steps) {
      if (step.changes().get(0) <= change) {
        inForce = step.puts();
      }
    }
    return inForce;
  }

  /** Ids of the command's own changes, newest first. */
  List<Long> original() {
    return newestFirst(steps.get(0));
  }

  /** Ids of the changes of the latest run, undo or redo, newest first. */
  List<Long> latest() {
    return newestFirst(last());
  }

  long latestBegin() {
    return last().changes().get(0);
  }

  long latestEnd() {
    return last().changes().get(last().changes().size() - 1);
  }

  private static List<Long> newestFirst(Step step) {
    List<Long> changes = new ArrayList<>(step.changes());
    Collections.reverse(changes);
    return changes;
  }
}
