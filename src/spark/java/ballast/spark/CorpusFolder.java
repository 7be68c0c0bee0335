package ballast.spark;

import ballast.bitext.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
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

  private static final List<String> TABLES = List.of(BEADS, LINES, REJECTS, REJECT_LINES);
  private static final String WORK = "_work";
  private static final String COMPLETE = "_COMPLETE";

  private final FileSystem files;
  private final Path out;
  private final String name;

  /**
   * @param name as the user gave it
   * @throws InputException if there is something else in it
   */
  CorpusFolder(Configuration configuration, Path out, String name) {
    try {
      FileSystem system = out.getFileSystem(configuration);
      // Without the files of checksums that Hadoop would put beside ours.
      this.files = system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
      this.out = files.makeQualified(out);
      this.name = name;
      requireOurs();
      files.mkdirs(work());
    } catch (IOException e) {
      throw cannotUse(name, e);
    }
  }

  private static InputException cannotUse(String name, IOException e) {
    return new InputException(
        "cannot use \"" + name + "\" as the folder of a corpus: " + e.getMessage(),
        "name a folder that you may write to, with -o",
        e);
  }

  private void requireOurs() throws IOException {
    if (!files.exists(out)) {
      return;
    }
    if (files.getFileStatus(out).isFile()) {
      throw new InputException(
          "\"" + name + "\" is a file; a corpus needs a folder", "name another one with -o");
    }
    for (FileStatus file : files.listStatus(out)) {
      if (!List.of("aligned", "rejects", WORK).contains(file.getPath().getName())) {
        throw new InputException(
            "\"" + name + "\" is not the folder of a corpus: it has " + file.getPath().getName(),
            "name a new folder with -o");
      }
    }
  }

  private Path work() {
    return new Path(out, WORK);
  }

  /** Where a table of a stretch is made. */
  String work(int stretch, String table) {
    return new Path(new Path(work(), number(stretch)), table).toString();
  }

  private static String number(int stretch) {
    return String.format(Locale.ROOT, "%06d", stretch);
  }

  /** The folder of a table. */
  String table(String table) {
    return new Path(out, table).toString();
  }

  /** Whether a table has a file. */
  boolean has(String table) {
    return !names(table).isEmpty();
  }

  /** Finishes what an earlier run had completed, and throws away what it had not. */
  void recover() {
    try {
      for (FileStatus stretch : files.listStatus(work())) {
        if (files.exists(new Path(stretch.getPath(), COMPLETE))) {
          rename(stretch.getPath());
        }
        files.delete(stretch.getPath(), true);
      }
    } catch (IOException e) {
      throw cannotUse(name, e);
    }
  }

  /** The number of the next stretch. */
  int nextStretch() {
    return TABLES.stream()
        .flatMap(table -> names(table).stream())
        .mapToInt(file -> Integer.parseInt(file.substring(0, file.indexOf('.'))) + 1)
        .max()
        .orElse(0);
  }

  /** Takes all rejects away, because their documents are tried again. */
  void forgetRejects() {
    try {
      files.delete(new Path(out, "rejects"), true);
    } catch (IOException e) {
      throw cannotUse(name, e);
    }
  }

  /** Puts the tables of a stretch into place. */
  void publish(int stretch) {
    Path made = new Path(work(), number(stretch));
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
      String extension = table.endsWith("tsv") ? ".tsv" : ".parquet";
      for (FileStatus part : files.listStatus(from, path -> path.getName().startsWith("part-"))) {
        Path to = new Path(new Path(out, table), stretch.getName() + extension);
        if (!files.rename(part.getPath(), to)) {
          throw new IOException("cannot rename " + part.getPath() + " to " + to);
        }
      }
    }
  }

  /** Removes the folder of what is not complete. */
  void close() {
    try {
      files.delete(work(), true);
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
