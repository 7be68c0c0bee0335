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
 * Copies a memory between files and servers, with unit ids, revisions, history and undo
 * information.
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
   * @param from must exist; only read
   * @param to must not exist or be empty
   */
  public record Request(MemoryStore from, MemoryStore to) {}

  /**
   * The result of a copy.
   *
   * @param setup what was created on the server and what an administrator still has to run; empty
   *     for a file. If the memory does not exist yet, nothing was copied
   * @param units number of units in the copy, including deleted ones and those in no latest
   *     revision
   */
  public record Result(TeamStore.Setup setup, long units) {}

  private static final TeamStore.Setup NONE = new TeamStore.Setup(true, List.of(), List.of());

  private final Workplace workplace;
  private final Notices notices;

  public MemoryTransfer(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Copies everything or nothing.
   *
   * @throws InputException if the source cannot be read, or the copy cannot be written or is not
   *     empty
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

  /** Creates the memory; otherwise only {@code tm init} does. */
  private static TeamStore.Setup made(TeamStore team, Memory source) {
    team.requireTakes(source);
    return team.make();
  }

  /** A failed copy must not leave a new memory behind. */
  private static void remove(Path blank) {
    try {
      Files.deleteIfExists(blank);
    } catch (IOException e) {
      // The empty file remains; the failure of the copy is the one to report.
    }
  }
}
