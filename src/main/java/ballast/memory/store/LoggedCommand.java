package ballast.memory.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A command of the log and what has become of it: it was run, perhaps taken back, perhaps done
 * again, and so on. A command that works on many documents has several changes, but if other
 * commands wrote between two of them, each part counts as a command.
 */
final class LoggedCommand {

  /**
   * The command was run, taken back or done again.
   *
   * @param changes rows, oldest first
   */
  private record Step(boolean puts, long command, List<Long> changes) {}

  private final String author;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param author who ran the command
   */
  LoggedCommand(String author) {
    this.author = author;
  }

  /**
   * Adds a change of the command, or one that takes it back or does it again.
   *
   * @param puts whether the command is in force afterwards
   * @param command the command to which the change itself belongs
   * @param change its row, after all others
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

  /** Whether a change that follows immediately belongs to the command as well. */
  boolean goesOnWith(long command) {
    return steps.size() == 1 && last().command() == command;
  }

  /** Who ran the command; taking it back does not change that. */
  String author() {
    return author;
  }

  boolean isInForce() {
    return last().puts();
  }

  /** Whether it was in force right after a change. */
  boolean wasInForce(long change) {
    boolean inForce = false;
    for (Step step : steps) {
      if (step.changes().get(0) <= change) {
        inForce = step.puts();
      }
    }
    return inForce;
  }

  /** The rows of the command itself, newest first. */
  List<Long> original() {
    return newestFirst(steps.get(0));
  }

  /** The rows that ran it, took it back or did it again last, newest first. */
  List<Long> latest() {
    return newestFirst(last());
  }

  /** The first row of {@link #latest}. */
  long latestBegin() {
    return last().changes().get(0);
  }

  /** The last row of {@link #latest}. */
  long latestEnd() {
    return last().changes().get(last().changes().size() - 1);
  }

  private static List<Long> newestFirst(Step step) {
    List<Long> changes = new ArrayList<>(step.changes());
    Collections.reverse(changes);
    return changes;
  }
}
