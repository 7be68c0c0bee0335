package ballast.server.protocol;

import ballast.memory.MemoryStore;
import ballast.server.Route;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.check.LiveCheck;
import ballast.workflow.memory.MemoryPool;
import java.util.ArrayList;
import java.util.List;

/**
 * All that programs may ask about one folder. Thread-safe.
 *
 * <pre>{@code
 * try (Protocols protocols = Protocols.of(workplace, memory, against, notices);
 *     LocalServer server = LocalServer.start(8081, protocols.routes(), failures)) {
 *   server.join();
 * }
 * }</pre>
 */
public final class Protocols implements AutoCloseable {

  private final LiveCheck check;
  private final MemoryPool pool;
  private final List<Operation> operations;

  private Protocols(LiveCheck check, MemoryPool pool, List<Operation> operations) {
    this.check = check;
    this.pool = pool;
    this.operations = List.copyOf(operations);
  }

  /**
   * Prepares the answers; nothing is read yet.
   *
   * @param memory need not exist
   * @param against the glossaries and settings
   * @param notices receives what is wrong with the glossaries; called on several threads, by one at
   *     a time
   */
  public static Protocols of(
      Workplace workplace, MemoryStore memory, LiveCheck.Against against, Notices notices) {
    MemoryPool pool = new MemoryPool(memory);
    LiveCheck check = new LiveCheck(workplace, notices, against, pool);
    List<Operation> operations = new ArrayList<>();
    operations.addAll(new LanguageTool(check).operations());
    operations.addAll(new Apertium(pool).operations());
    operations.addAll(new Searches(pool, workplace, against.glossaries()).operations());
    operations.addAll(new Finder(pool).operations());
    operations.addAll(PageStyle.operations());
    operations.addAll(new Description(List.copyOf(operations)).operations());
    return new Protocols(check, pool, operations);
  }

  /** The routes, for {@link ballast.server.LocalServer#start}. */
  public List<Route> routes() {
    return operations.stream().flatMap(operation -> operation.routes().stream()).toList();
  }

  /**
   * Reads the glossaries, so that the first question need not wait.
   *
   * @throws ballast.bitext.InputException if one of them, or the settings, cannot be read
   */
  public void prepare() {
    check.prepare();
  }

  /** Closes the memory. */
  @Override
  public void close() {
    pool.close();
  }
}
