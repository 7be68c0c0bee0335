package ballast.app.project;

import ballast.memory.LostMemoryException;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps memories open for the searches of several threads, one per thread, and reuses them. Changes
 * by other programs are visible at once, including a memory that is created later or replaced.
 * Thread-safe. Only reads.
 *
 * <pre>{@code
 * try (MemoryPool pool = new MemoryPool(Memories.at(folder.resolve("tm/memory.db")))) {
 *   Optional<Long> units = pool.read(Memory::unitCount);
 *   System.out.println(units.orElse(0L));
 * }
 * }</pre>
 */
public final class MemoryPool implements AutoCloseable {

  /** Maximum idle memories kept open. */
  private static final int MAX_IDLE = 4;

  private final MemoryStore store;
  private final Deque<Memory> idle = new ArrayDeque<>();

  /** Identity of the memory of the idle ones; null if there is none. */
  private @Nullable Object identity;

  private boolean closed;

  /**
   * @param store need not exist
   */
  public MemoryPool(MemoryStore store) {
    this.store = store;
  }

  /**
   * Reads from the memory. If an idle one has been lost because its server was restarted or the
   * memory recreated, it is reopened and read once more.
   *
   * @param reader must not keep the memory, nor anything else of a failed attempt
   * @return empty if there is no memory
   * @throws ballast.bitext.InputException if it cannot be read
   * @throws IllegalStateException if the pool is closed
   */
  public <T> Optional<T> read(Function<Memory, T> reader) {
    @Nullable Object now = store.identity().orElse(null);
    Memory memory = now == null ? null : take(now);
    if (now == null) {
      dropOthers(null);
      return Optional.empty();
    }
    if (memory != null) {
      try {
        return read(memory, now, reader);
      } catch (LostMemoryException e) {
        // Reopening shows whether the problem is over.
      }
    }
    return read(store.openForReading(), now, reader);
  }

  /**
   * Reads from the memory, which must exist.
   *
   * @throws ballast.bitext.InputException if it does not exist, or as {@link #read}
   */
  public <T> T require(Function<Memory, T> reader) {
    return read(reader)
        .orElseGet(
            () -> {
              try (Memory memory = store.openForReading()) {
                return reader.apply(memory);
              }
            });
  }

  private <T> Optional<T> read(Memory memory, Object now, Function<Memory, T> reader) {
    boolean sound = false;
    try {
      T result = reader.apply(memory);
      sound = true;
      return Optional.of(result);
    } finally {
      giveBack(memory, sound ? now : null);
    }
  }

  private @Nullable Memory take(Object now) {
    dropOthers(now);
    synchronized (idle) {
      return idle.poll();
    }
  }

  /** Closes the idle memories if the memory has been replaced or removed. */
  private void dropOthers(@Nullable Object now) {
    List<Memory> old = List.of();
    synchronized (idle) {
      if (closed) {
        throw new IllegalStateException("the pool is closed");
      }
      if (now == null || !now.equals(identity)) {
        old = new ArrayList<>(idle);
        idle.clear();
        identity = now;
      }
    }
    old.forEach(Memory::close);
  }

  /**
   * @param of identity of the memory; null if it failed, and the idle ones may fail as well
   */
  private void giveBack(Memory memory, @Nullable Object of) {
    synchronized (idle) {
      if (!closed && of != null && of.equals(identity) && idle.size() < MAX_IDLE) {
        idle.push(memory);
        return;
      }
    }
    memory.close();
    if (of == null) {
      dropIdle();
    }
  }

  private void dropIdle() {
    List<Memory> old;
    synchronized (idle) {
      old = new ArrayList<>(idle);
      idle.clear();
    }
    old.forEach(Memory::close);
  }

  /** Closes the idle memories. Those in use are closed when they are returned. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
    }
    dropIdle();
  }
}
