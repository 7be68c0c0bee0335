package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TeamStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies a memory from a file to a server, back, or from one file to another, with the ids of its
 * units, its revisions, its history and what can be undone.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * MemoryStore copy = Memories.at(folder.resolve("copy.db"));
 * MemoryTransfer transfer = new MemoryTransfer(Workplace.in(folder), Notices.NONE);
 * long units = transfer.run(new MemoryTransfer.Request(memory, copy)).units();
 * }</pre>
 */
public final class MemoryTransfer {

  /**
   * A request for a copy.
   *
   * @param from must exist; it is only read
   * @param to must not exist or be empty
   */
  public record Request(MemoryStore from, MemoryStore to) {}

  /**
   * What has been done.
   *
   * @param setup what has been made on the server, and what an administrator has still to run;
   *     nothing for a file. If it says that there is no memory, nothing was copied
   * @param units how many units the copy has, those included that are deleted or in no latest
   *     revision
   */
  public record Result(TeamStore.Setup setup, long units) {}

  private static final TeamStore.Setup NONE = new TeamStore.Setup(true, List.of(), List.of());

  private final Workplace workplace;
  private final Notices notices;

  /**
   * @param notices receives the progress
   */
  public MemoryTransfer(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Copies all or nothing.
   *
   * @throws InputException if the one cannot be read or the other not be written, or is not empty
   */
  public Result run(Request request) {
    MemoryStore to = request.to();
    boolean existed = to.exists();
    try (Memory source = request.from().openForReading()) {
      notices.step(
          "copying " + workplace.shown(request.from()) + " to " + workplace.shown(request.to()));
      TeamStore.Setup setup = to instanceof TeamStore team ? made(team, source) : NONE;
      if (!setup.exists()) {
        return new Result(setup, 0);
      }
      try (Memory copy = to.openForWriting(WriteOptions.at(workplace.clock()))) {
        return new Result(setup, copy.copyFrom(source));
      } catch (InputException e) {
        if (!existed) {
          to.localFile().ifPresent(MemoryTransfer::remove);
        }
        throw e;
      }
    }
  }

  /** Otherwise only {@code tm init} makes one. */
  private static TeamStore.Setup made(TeamStore team, Memory source) {
    team.requireTakes(source);
    return team.make();
  }

  /** A copy that failed must not leave a memory where there was none. */
  private static void remove(Path blank) {
    try {
      Files.deleteIfExists(blank);
    } catch (IOException e) {
      // It stays, empty; the reason why the copy failed is the one to report.
    }
  }
}
