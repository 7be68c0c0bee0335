package ballast.spark.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where the stretches and parts of a corpus are made: {@code _work} in its folder. What is complete
 * is marked, and then renamed into place, which the next run finishes if this one is stopped
 * meanwhile.
 */
public final class WorkFolder {

  private static final String COMPLETE = "_COMPLETE";

  private final FileSystem files;
  private final NumberedFiles numbered;
  private final Path out;
  private final String name;

  /**
   * @param out the folder of the corpus, in {@code files}
   * @param name the same as the user gave it
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

  /** Finishes what an earlier run had completed, and throws away what it had not. */
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

  /** Throws away what is not complete; what is, is left to the next run. */
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

  /** Where a table of a stretch is made. */
  public String table(int stretch, String table) {
    return new Path(stretch(stretch), table).toString();
  }

  /** Puts the tables of a stretch into place. */
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

  /** Renames the one file of each table; those that are renamed already are no longer there. */
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

  /** Where a part is made anew; empty. */
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
   * Takes files that Spark has made, a partition each, into a part that is being made. They are
   * named after their partitions.
   *
   * @param made where Spark has made them; is deleted
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
   * @param to the folder that receives the files; made
   * @param extension with its dot
   */
  public void nameShards(String made, String to, String extension) {
    numbered.takeShards(new Path(made), new Path(to), extension);
  }

  /**
   * Puts a part that is complete in the place of an older one. If it is interrupted, the next job
   * does it.
   */
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
