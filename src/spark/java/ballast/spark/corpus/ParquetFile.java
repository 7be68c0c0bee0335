package ballast.spark.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ballast.bitext.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A file of a list in Parquet.
 *
 * @param name its name in messages
 * @param isEmpty whether it has no bytes; Spark silently skips such a file
 */
public record ParquetFile(String path, String name, boolean isEmpty) {

  private static final String MAGIC = "PAR1";

  /**
   * The file with this name, or the files in the folder and its subfolders, by name. Hidden files,
   * and names that begin with {@code _}, do not count.
   *
   * @param shown the name as given by the user
   * @throws InputException if there is none, or it is a file of another kind
   */
  public static List<ParquetFile> at(Path path, String shown, Configuration configuration) {
    List<ParquetFile> found = new ArrayList<>();
    try {
      FileSystem files = path.getFileSystem(configuration);
      Path root = files.makeQualified(path);
      FileStatus status = files.getFileStatus(root);
      if (status.isFile()) {
        requireParquet(files, root, shown);
        found.add(new ParquetFile(root.toString(), shown, status.getLen() == 0));
      } else {
        collect(files, root, shown, found);
      }
    } catch (FileNotFoundException e) {
      throw new InputException(
          "cannot read the list \"" + shown + "\": the file does not exist",
          "check the name and the folder",
          e);
    } catch (IOException e) {
      throw new InputException(
          "cannot read the list \"" + shown + "\": " + e.getMessage(),
          "check who may read the file",
          e);
    }
    if (found.isEmpty()) {
      throw new InputException(
          "there is no Parquet in \"" + shown + "\"", "its files must end in .parquet");
    }
    found.sort(Comparator.comparing(ParquetFile::path));
    return found;
  }

  /** A user may give an address for a list of file names by mistake. */
  private static void requireParquet(FileSystem files, Path file, String shown) throws IOException {
    if (file.getName().endsWith(".parquet")) {
      return; // if it is not Parquet, it is damaged
    }
    byte[] begin = new byte[MAGIC.length()];
    int length;
    try (FSDataInputStream in = files.open(file)) {
      length = in.readNBytes(begin, 0, begin.length);
    }
    if (!MAGIC.equals(new String(begin, 0, length, US_ASCII))) {
      throw new InputException(
          "the list \"" + shown + "\" is not Parquet, which a list at an address must be",
          "name a list of files by its path, without an address");
    }
  }

  private static void collect(FileSystem files, Path folder, String shown, List<ParquetFile> into)
      throws IOException {
    for (FileStatus file : files.listStatus(folder)) {
      String name = file.getPath().getName();
      if (name.startsWith("_") || name.startsWith(".")) {
        continue;
      }
      if (file.isDirectory()) {
        collect(files, file.getPath(), shown + "/" + name, into);
      } else if (name.endsWith(".parquet")) {
        into.add(
            new ParquetFile(file.getPath().toString(), shown + "/" + name, file.getLen() == 0));
      }
    }
  }

  public Dataset<Row> read(SparkSession spark) {
    return Tables.read(spark, path);
  }

  /** Its name in Spark's column of file names. */
  public String uri() {
    return new Path(path).toUri().toString();
  }

  /**
   * Whether its contents cannot be read to the end. Throws other failures: a lost Spark or network
   * disk is no evidence of damage.
   */
  public boolean isDamaged(SparkSession spark) {
    try {
      read(spark).write().format("noop").mode("overwrite").save();
      return false;
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      if (isDamage(e, spark)) {
        return true;
      }
      throw e;
    }
  }

  /** Whether an exception from reading it shows damage of its contents. */
  public boolean isDamage(Throwable e, SparkSession spark) {
    return !spark.sparkContext().isStopped() && Damage.isIn(e);
  }

  /** The message for an unreadable file. */
  public String damage() {
    return "\"" + name + "\" is damaged, or not Parquet";
  }

  /** The message with the reason. */
  public String damage(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return damage() + ": " + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
