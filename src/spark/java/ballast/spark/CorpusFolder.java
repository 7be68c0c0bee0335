package ballast.spark;

import ballast.bitext.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a corpus. What is complete is in {@code aligned} and {@code rejects}; a stretch of
 * the list is made in {@code _work}, marked when it is complete, and then renamed into place, which
 * the next run finishes if this one is stopped meanwhile.
 */
final class CorpusFolder {

  static final String BEADS = "aligned/parquet";
  static final String LINES = "aligned/tsv";
  static final String REJECTS = "rejects/parquet";
  static final String REJECT_LINES = "rejects/tsv";

  /** The units that are left when duplicates are taken away. */
  static final String DEDUPED = "deduped/parquet";

  private static final List<String> TABLES = List.of(BEADS, LINES, REJECTS, REJECT_LINES);
  private static final String WORK = "_work";
  private static final String LOCK = "_lock";

  /** What a folder of a corpus may hold: what was aligned, and what has been made of it. */
  static final List<String> PARTS =
      List.of("aligned", "rejects", "deduped", "findings", WORK, LOCK);

  private static final String COMPLETE = "_COMPLETE";

  private final FileSystem files;
  private final NumberedFiles numbered;
  private final Path out;
  private final String name;
  private Optional<FolderLock> lock = Optional.empty();

  /**
   * @param out in {@code files}
   * @param name as the user gave it
   */
  CorpusFolder(FileSystem files, Path out, String name) {
    this.files = files;
    this.numbered = new NumberedFiles(files);
    this.out = out;
    this.name = name;
  }

  /** The error for a folder of that name that cannot be read or written to. */
  static InputException cannotUse(String name, IOException e) {
    return new InputException(
        "cannot use \"" + name + "\" as the folder of a corpus: " + reason(e),
        "it takes a folder that you may write to",
        e);
  }

  /** The message of these is no more than the name of the file. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof NoSuchFileException ? "it cannot be made" : String.valueOf(e.getMessage());
  }

  /** Whether an earlier run has left something that may be complete. */
  boolean isUnfinished() {
    try {
      return files.exists(work());
    } catch (IOException e) {
      throw cannotUse(name, e);
    }
  }

  private static java.nio.file.Path localPath(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  private Path work() {
    return new Path(out, WORK);
  }

  /** Where a table of a stretch is made. */
  String work(int stretch, String table) {
    return new Path(new Path(work(), NumberedFiles.number(stretch)), table).toString();
  }

  /** The folder of a table. */
  String table(String table) {
    return new Path(out, table).toString();
  }

  /** Whether a table has a file. */
  boolean has(String table) {
    return !names(table).isEmpty();
  }

  /** Whether there is a table, whoever has made it. */
  boolean hasFolder(String table) {
    try {
      return files.exists(new Path(out, table));
    } catch (IOException e) {
      throw cannotUse(name, e);
    }
  }

  /** Whether a table has a file for each file of another. */
  boolean hasAllOf(String other, String table) {
    return names(table).containsAll(names(other));
  }

  /**
   * Does something with the folder while no other job does: finishes what an earlier run had
   * completed, and throws away what it had not. Leaves nothing that is not complete, and the folder
   * to others, also when the work fails.
   *
   * @throws InputException if the folder is another job's
   */
  <T> T alone(Supplier<T> work) {
    recover();
    try {
      return work.get();
    } finally {
      close();
    }
  }

  /** Finishes what an earlier run had completed, if this one may write there. */
  void settle() {
    if (!isLocal() || Files.isWritable(localPath(out))) {
      alone(() -> name);
    }
  }

  private boolean isLocal() {
    return "file".equals(out.toUri().getScheme());
  }

  private void recover() {
    try {
      if (!files.mkdirs(work())) {
        throw files.exists(out) ? new AccessDeniedException(name) : new NoSuchFileException(name);
      }
      if (isLocal()) {
        lock = Optional.of(FolderLock.of(localPath(new Path(out, LOCK)), name));
      }
      for (FileStatus made : files.listStatus(work())) {
        if (files.exists(new Path(made.getPath(), COMPLETE))) {
          if (PARTS.contains(made.getPath().getName())) {
            finish(made.getPath());
          } else {
            rename(made.getPath());
          }
        }
        files.delete(made.getPath(), true);
      }
    } catch (IOException e) {
      throw cannotUse(name, e);
    }
  }

  /** The number of the next stretch. */
  int nextStretch() {
    return TABLES.stream()
        .flatMap(table -> names(table).stream())
        .mapToInt(file -> NumberedFiles.numberOf(file) + 1)
        .max()
        .orElse(0);
  }

  /** Takes away the rejects of the stretches before one. */
  void removeRejects(int before) {
    try {
      for (String table : List.of(REJECTS, REJECT_LINES)) {
        for (String file : names(table)) {
          if (NumberedFiles.numberOf(file) < before) {
            files.delete(new Path(new Path(out, table), file), false);
          }
        }
        if (names(table).isEmpty()) {
          files.delete(new Path(out, table), true);
        }
      }
      if (files.exists(rejects()) && files.listStatus(rejects()).length == 0) {
        files.delete(rejects(), true);
      }
    } catch (IOException e) {
      throw cannotUse(name, e);
    }
  }

  private Path rejects() {
    return new Path(out, "rejects");
  }

  /** Puts the tables of a stretch into place. */
  void publish(int stretch) {
    Path made = new Path(work(), NumberedFiles.number(stretch));
    try {
      files.create(new Path(made, COMPLETE)).close();
      rename(made);
      files.delete(made, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Renames the one file of each table; those that are renamed already are no longer there. */
  private void rename(Path stretch) throws IOException {
    for (String table : TABLES) {
      Path from = new Path(stretch, table);
      if (!files.exists(from)) {
        continue;
      }
      files.mkdirs(new Path(out, table));
      for (FileStatus part : files.listStatus(from, path -> path.getName().startsWith("part-"))) {
        numbered.rename(
            part.getPath(), new Path(new Path(out, table), stretch.getName() + extension(table)));
      }
    }
  }

  /** Where a part is made anew; empty. */
  String making(String part) {
    Path made = new Path(work(), part);
    try {
      files.delete(made, true);
    } catch (IOException e) {
      throw cannotUse(name, e);
    }
    return made.toString();
  }

  /**
   * Takes files that Spark has made, a partition each, into a part that is being made. They are
   * named after their partitions.
   *
   * @param made where Spark has made them; is deleted
   * @param table of the part, such as {@code deduped/parquet}
   */
  void take(String made, String table) {
    numbered.take(new Path(made), new Path(work(), table), extension(table));
  }

  /**
   * Names the files of a table that Spark has divided by a column of numbers: the one in {@code
   * shard=3} becomes {@code 000003.parquet}.
   *
   * @param made the folder of the table
   * @param to the folder that receives the files; made
   * @param extension with its dot
   */
  void nameShards(String made, String to, String extension) {
    numbered.takeShards(new Path(made), new Path(to), extension);
  }

  /**
   * Puts a part that is complete in the place of an older one. If it is interrupted, the next job
   * does it.
   */
  void replace(String part) {
    try {
      files.create(new Path(new Path(work(), part), COMPLETE)).close();
      finish(new Path(work(), part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish(Path part) throws IOException {
    Path to = new Path(out, part.getName());
    files.delete(to, true);
    numbered.rename(part, to);
    files.delete(new Path(to, COMPLETE), false);
  }

  private static String extension(String table) {
    return table.endsWith("tsv") ? ".tsv" : ".parquet";
  }

  private void close() {
    try {
      boolean isEmpty = true;
      for (FileStatus made : files.listStatus(work())) {
        boolean isComplete = files.exists(new Path(made.getPath(), COMPLETE));
        isEmpty &= !isComplete && files.delete(made.getPath(), true);
      }
      if (isEmpty) {
        files.delete(work(), true);
      }
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      throw cannotUse(name, e);
    }
  }
}
