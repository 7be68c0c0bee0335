package ballast.spark.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a corpus. Complete parts are in {@code aligned} and {@code rejects}, and in the
 * parts made from them; see {@link CorpusLayout}.
 */
public final class CorpusFolder {

  private final FileSystem files;
  private final Path out;
  private final String name;
  private final WorkFolder work;
  private Optional<FolderLock> lock = Optional.empty();

  /**
   * @param out in {@code files}
   * @param name as given by the user
   */
  CorpusFolder(FileSystem files, Path out, String name) {
    this.files = files;
    this.out = out;
    this.name = name;
    this.work = new WorkFolder(files, out, name);
  }

  public WorkFolder work() {
    return work;
  }

  public String table(String table) {
    return new Path(out, table).toString();
  }

  public boolean has(String table) {
    return !names(table).isEmpty();
  }

  /** Whether there is a table, made by Ballast or not. */
  public boolean hasFolder(String table) {
    try {
      return files.exists(new Path(out, table));
    } catch (IOException e) {
      throw FolderTrouble.of(name, e);
    }
  }

  /** Whether a table has a file for each file of another. */
  boolean hasAllOf(String other, String table) {
    return names(table).containsAll(names(other));
  }

  /**
   * Locks the folder and runs a task. First completes the finished work of an earlier run, and
   * discards the rest. Afterwards removes incomplete parts and releases the folder, even if the
   * task fails.
   *
   * @throws ballast.bitext.InputException if another job uses the folder
   */
  public <T> T alone(Supplier<T> task) {
    open();
    try {
      T done = task.get();
      close();
      return done;
    } catch (RuntimeException | Error e) {
      closeAfter(e);
      throw e;
    }
  }

  /** Completes the finished work of an earlier run, if this user may write to the folder. */
  public void settle() {
    if (!isLocal() || Files.isWritable(localPath(out))) {
      alone(() -> name);
    }
  }

  private boolean isLocal() {
    return "file".equals(out.toUri().getScheme());
  }

  private static java.nio.file.Path localPath(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  private void open() {
    try {
      work.make();
      if (isLocal()) {
        lock = Optional.of(FolderLock.of(localPath(new Path(out, CorpusLayout.LOCK)), name));
      }
      work.recover();
    } catch (IOException e) {
      throw FolderTrouble.of(name, e);
    }
  }

  private void close() {
    try {
      work.tidy();
      if (lock.isPresent()) {
        lock.get().close();
        lock = Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The cause of the failure, such as a bad disk, may make this fail, too. The first failure is the
   * one to report.
   */
  private void closeAfter(Throwable e) {
    try {
      close();
    } catch (UncheckedIOException again) {
      e.addSuppressed(again);
    }
  }

  public int nextStretch() {
    return CorpusLayout.TABLES.stream()
        .flatMap(table -> names(table).stream())
        .mapToInt(file -> NumberedFiles.numberOf(file) + 1)
        .max()
        .orElse(0);
  }

  public void removeRejects(int before) {
    try {
      for (String table : List.of(CorpusLayout.REJECTS, CorpusLayout.REJECT_LINES)) {
        for (String file : names(table)) {
          if (NumberedFiles.numberOf(file) < before) {
            files.delete(new Path(new Path(out, table), file), false);
          }
        }
        if (names(table).isEmpty()) {
          files.delete(new Path(out, table), true);
        }
      }
      Path rejects = new Path(out, CorpusLayout.REJECTS).getParent();
      if (files.exists(rejects) && files.listStatus(rejects).length == 0) {
        files.delete(rejects, true);
      }
    } catch (IOException e) {
      throw FolderTrouble.of(name, e);
    }
  }

  private List<String> names(String table) {
    try {
      Path folder = new Path(out, table);
      List<String> names = new ArrayList<>();
      if (files.exists(folder)) {
        Arrays.stream(files.listStatus(folder))
            .map(file -> file.getPath().getName())
            .filter(file -> file.matches("[0-9]{6}\\.(tsv|parquet)"))
            .forEach(names::add);
      }
      return names;
    } catch (IOException e) {
      throw FolderTrouble.of(name, e);
    }
  }
}
