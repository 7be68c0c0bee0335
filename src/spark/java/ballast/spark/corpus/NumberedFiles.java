package ballast.spark.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Renames Spark's output files, so that their names sort in order. */
record NumberedFiles(FileSystem files) {

  /** A number as a part of a name: {@code 000003}. */
  static String number(int number) {
    return String.format(Locale.ROOT, "%06d", number);
  }

  /** The number of a file: 3 for {@code 000003.tsv}. */
  static int numberOf(String file) {
    return Integer.parseInt(file.substring(0, file.indexOf('.')));
  }

  /**
   * Names files after their partitions.
   *
   * @param made Spark's output folder; deleted
   * @param to the target folder; created
   * @param extension with its dot
   */
  void take(Path made, Path to, String extension) {
    try {
      files.mkdirs(to);
      for (FileStatus file : files.listStatus(made, path -> path.getName().startsWith("part-"))) {
        int partition = Integer.parseInt(file.getPath().getName().split("-", -1)[1]);
        rename(file.getPath(), new Path(to, number(partition) + extension));
      }
      files.delete(made, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Names files after their single-file folders: {@code shard=3}.
   *
   * @param made Spark's output folder
   * @param to the target folder; created
   * @param extension with its dot
   */
  void takeShards(Path made, Path to, String extension) {
    try {
      files.mkdirs(to);
      for (FileStatus shard : files.listStatus(made, NumberedFiles::isVisible)) {
        String name = shard.getPath().getName();
        int number = Integer.parseInt(name.substring(name.indexOf('=') + 1));
        for (FileStatus part : files.listStatus(shard.getPath(), NumberedFiles::isVisible)) {
          rename(part.getPath(), new Path(to, number(number) + extension));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void rename(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  /** Neither a checksum nor one of Spark's markers. */
  private static boolean isVisible(Path path) {
    return !path.getName().startsWith(".") && !path.getName().startsWith("_");
  }
}
