package ballast.app.project;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Caches content read from files for a long-running program, and reads it again when the files have
 * changed. Thread-safe; other threads wait while one reads.
 *
 * @param <T> the content; thread-safe
 */
public final class KeptReading<T> {

  /**
   * The state of a file.
   *
   * @param key distinguishes it from another file of the same name; null if the system has no such
   *     key
   */
  private record State(Path file, long size, FileTime changed, @Nullable Object key) {

    static State of(Path file) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new State(file, now.size(), now.lastModifiedTime(), now.fileKey());
      } catch (IOException e) {
        return new State(file, -1, FileTime.fromMillis(0), null); // reported when the file is read
      }
    }
  }

  private final Supplier<List<Path>> files;
  private final Supplier<T> reader;
  private List<State> states = List.of();
  private @Nullable T value;

  private @Nullable InputException problem;

  /**
   * @param files returns the files that {@code reader} would read now; cheap
   * @param reader may throw {@link InputException}
   */
  public KeptReading(Supplier<List<Path>> files, Supplier<T> reader) {
    this.files = files;
    this.reader = reader;
  }

  /**
   * Returns the present content of the files.
   *
   * @throws InputException if they cannot be read
   */
  public synchronized T current() {
    List<State> now = files.get().stream().map(State::of).toList();
    T known = value;
    if (known != null && problem == null && now.equals(states)) {
      return known;
    }
    // Keeps the states from before reading, so that a change in between is noticed next time.
    states = new ArrayList<>(now);
    try {
      T read = reader.get();
      value = read;
      problem = null;
      return read;
    } catch (InputException e) {
      problem = e;
      throw e;
    }
  }

  /**
   * Returns the present content of the files, or the last content that could be read.
   *
   * @param problems receives the reason if they cannot be read now, once for each state of the
   *     files
   * @throws InputException if they could never be read
   */
  public synchronized T latest(Consumer<InputException> problems) {
    List<State> old = states;
    boolean failed = problem != null;
    T last = value;
    try {
      return current();
    } catch (InputException e) {
      if (last == null) {
        throw e;
      }
      if (!failed || !old.equals(states)) {
        problems.accept(e);
      }
      return last;
    }
  }
}
