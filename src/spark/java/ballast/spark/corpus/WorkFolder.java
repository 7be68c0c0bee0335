package ballast.spark.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Folder for incomplete stretches and parts of a corpus: {@code _work}. A complete one is marked,
 * and then renamed into place. If this run is interrupted meanwhile, the next one completes the
 * move.
 */
public final class WorkFolder {

  private static final String COMPLETE = "_COMPLETE";

  private final FileSystem files;
  private final NumberedFiles numbered;
  private final Path out;
  private final String name;

  /**
   * @param out the folder of the corpus, in {@code files}
   * @param name the same as given by the user
   */
  WorkFolder(FileSystem files, Path out, String name) {
    this.files = files;
    this.numbered = new NumberedFiles(files);
    this.out = out;
    this.name = name;
  }

  private Path folder() {
    return new Path(out, CorpusLayout.WORK);
  }

  boolean exists() {
    try {
      return files.exists(folder());
    } catch (IOException e) {
      throw FolderTrouble.of(name, e);
    }
  }

  void make() throws IOException {
    if (!files.mkdirs(folder())) {
      throw files.exists(out) ? new AccessDeniedException(name) : new NoSuchFileException(name);
    }
  }

  /** Completes the finished work of an earlier run, and discards the rest. */
  void recover() throws IOException {
    for (FileStatus made : files.listStatus(folder())) {
      if (files.exists(new Path(made.getPath(), COMPLETE))) {
        if (CorpusLayout.PARTS.contains(made.getPath().getName())) {
          finish(made.getPath());
        } else {
          rename(made.getPath());
        }
      }
      files.delete(made.getPath(), true);
    }
  }

  /** Discards incomplete work; leaves complete work to the next run. */
  void tidy() throws IOException {
    boolean isEmpty = true;
    for (FileStatus made : files.listStatus(folder())) {
      boolean isComplete = files.exists(new Path(made.getPath(), COMPLETE));
      isEmpty &= !isComplete && files.delete(made.getPath(), true);
    }
    if (isEmpty) {
      files.delete(folder(), true);
    }
  }

  private Path stretch(int stretch) {
    return new Path(folder(), NumberedFiles.number(stretch));
  }

  /** The work folder of a stretch's table. */
  public String table(int stretch, String table) {
    return new Path(stretch(stretch), table).toString();
  }

  /** Moves the tables of a stretch into place. */
  public void publish(int stretch) {
    Path made = stretch(stretch);
    try {
      files.create(new Path(made, COMPLETE)).close();
      rename(made);
      files.delete(made, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Renames the one file of each table; files already renamed are no longer there. */
  private void rename(Path stretch) throws IOException {
    for (String table : CorpusLayout.TABLES) {
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

  /** The work folder of a part; empty. */
  public String part(String part) {
    Path made = new Path(folder(), part);
    try {
      files.delete(made, true);
    } catch (IOException e) {
      throw FolderTrouble.of(name, e);
    }
    return made.toString();
  }

  /**
   * Moves Spark's output files into a part in the work folder. They are named after their
   * partitions.
   *
   * @param made Spark's output folder; deleted
   * @param table of the part, such as {@code deduped/parquet}
   */
  void take(String made, String table) {
    numbered.take(new Path(made), new Path(folder(), table), extension(table));
  }

  /**
   * Names the files of a table that Spark has divided by a column of numbers: the one in {@code
   * shard=3} becomes {@code 000003.parquet}.
   *
   * @param made the folder of the table
   * @param to the target folder; created
   * @param extension with its dot
   */
  public void nameShards(String made, String to, String extension) {
    numbered.takeShards(new Path(made), new Path(to), extension);
  }

  /** Replaces an older part by a complete one. If it is interrupted, the next job completes it. */
  public void replace(String part) {
    try {
      files.create(new Path(new Path(folder(), part), COMPLETE)).close();
      finish(new Path(folder(), part));
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
}
