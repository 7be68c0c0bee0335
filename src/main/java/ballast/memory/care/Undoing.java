package ballast.memory.care;

import ballast.bitext.InputException;
import ballast.bitext.ShellWord;
import ballast.memory.CommandInfo;
import ballast.memory.Origin;
import ballast.memory.TeamRight;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes back commands and does them again. Runs inside a transaction; on a memory opened for
 * reading it only finds the command.
 */
final class Undoing {

  private final Database database;
  private final CommandLog log;

  Undoing(Database database) {
    this.database = database;
    this.log = new CommandLog(database);
  }

  /**
   * Takes back the last command in force.
   *
   * @param author whose command; empty for the last one of all
   * @return the command; empty when there is none
   */
  Optional<CommandInfo> undo(Optional<String> author, Instant at, Origin origin)
      throws SQLException {
    CommandStacks stacks = CommandStacks.of(database);
    Optional<LoggedCommand> command = stacks.lastInForce(author);
    return run(stacks, command, CommandInfo.UNDONE, at, origin);
  }

  /**
   * Does the command again that was taken back last.
   *
   * @param author whose command; empty for the last one of all
   * @return the command; empty when there is none
   */
  Optional<CommandInfo> redo(Optional<String> author, Instant at, Origin origin)
      throws SQLException {
    CommandStacks stacks = CommandStacks.of(database);
    Optional<LoggedCommand> command = stacks.lastTakenBack(author);
    return run(stacks, command, CommandInfo.REDONE, at, origin);
  }

  private Optional<CommandInfo> run(
      CommandStacks stacks, Optional<LoggedCommand> found, String kind, Instant at, Origin origin)
      throws SQLException {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LoggedCommand command = found.get();
    CommandInfo info = log.info(command);
    Optional<LoggedCommand> other =
        new Dependence(database).since(command, stacks.commands(), kind.equals(CommandInfo.UNDONE));
    if (other.isPresent()) {
      throw refusal(info, other.get(), kind, stacks);
    }
    for (long change : command.latest()) {
      if (database.isWritable()) {
        new Reversal(database).run(change, kind, at, origin);
      } else {
        database.engine().require(database, TeamRight.WRITE, change);
      }
    }
    return Optional.of(info);
  }

  private InputException refusal(
      CommandInfo command, LoggedCommand other, String kind, CommandStacks stacks)
      throws SQLException {
    CommandInfo since = log.info(other);
    String what = kind.equals(CommandInfo.UNDONE) ? "take back " : "do again ";
    return new InputException(
        ("cannot " + what + name(command) + ": " + name(since))
            + (other.isInForce()
                ? " has changed the same units since"
                : ", which had changed the same units before, has been taken back since"),
        hint(other, stacks.undosUntil(other)));
  }

  /**
   * What to do first.
   *
   * @param undos how many undos of its author take back the other command, if it is in force
   */
  private String hint(LoggedCommand other, long undos) {
    String author = other.author();
    String whose = author.isEmpty() ? "" : " --of " + ShellWord.of(author);
    boolean isOfAnother = database.engine().user().map(user -> !user.equals(author)).orElse(false);
    String who = isOfAnother ? "; only " + author + " or a maintainer may do that" : "";
    if (!other.isInForce()) {
      return "do that command again first: `ballast tm undo --redo" + whose + "`" + who;
    }
    String times = undos > 1 ? ", " + undos + " times: later ones come first" : "";
    return "take back that command first: `ballast tm undo" + whose + "`" + times + who;
  }

  private static String name(CommandInfo command) {
    String author = command.origin().author();
    return "command %d (%s, %s%s)"
        .formatted(
            command.number(), command.kind(), command.at(), author.isEmpty() ? "" : ", " + author);
  }
}
