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
 * Keeps a memory open for the searches of several threads: each gets an open memory of its own,
 * which is used again. What other programs write is found at once; a memory that is made later, or
 * replaced by another, is noticed. Thread-safe. Nothing is written.
 *
 * <pre>{@code
 * try (MemoryPool pool = new MemoryPool(Memories.at(folder.resolve("tm/memory.db")))) {
 *   Optional<Long> units = pool.read(Memory::unitCount);
 *   System.out.println(units.orElse(0L));
 * }
 * }</pre>
 */
public final class MemoryPool implements AutoCloseable {

  /** How many memories stay open while nobody searches. */
  private static final int MAX_IDLE = 4;

  private final MemoryStore store;
  private final Deque<Memory> idle = new ArrayDeque<>();

  /** What tells the memory of the idle ones from another one; null if there is none. */
  private @Nullable Object identity;

  private boolean closed;

  /**
   * @param store need not exist
   */
  public MemoryPool(MemoryStore store) {
    this.store = store;
  }

  /**
   * Reads from the memory. If one that was idle turns out to be lost, since its server was
   * restarted or it was made anew there, the memory is opened and read once more.
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
        // Whether that is over, the new one tells.
      }
    }
    return read(store.openForReading(), now, reader);
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

  /** An idle memory; null if one has to be opened. */
  private @Nullable Memory take(Object now) {
    dropOthers(now);
    synchronized (idle) {
      return idle.poll();
    }
  }

  /** Closes the idle memories if another one, or none, has taken their place. */
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

  /** Closes the memories that nobody uses; those in use are closed when they are given back. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
    }
    dropIdle();
  }
}
