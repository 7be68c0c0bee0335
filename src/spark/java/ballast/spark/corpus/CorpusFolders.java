package ballast.spark.corpus;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the folder of a corpus, and rejects any other folder. */
public final class CorpusFolders {

  private static final String OTHER =
      "name a folder that ballast align --pairs LIST -o FOLDER --engine MASTER has made";

  private CorpusFolders() {}

  /**
   * The output folder of an alignment; creates it.
   *
   * @param directory base of relative file names
   * @param name as given by the user
   * @throws InputException if it has other contents
   */
  public static CorpusFolder toFill(Configuration configuration, String directory, String name) {
    return of(configuration, directory, name, "name a new folder with -o");
  }

  /**
   * The folder of an aligned corpus, even if all of its documents were rejected.
   *
   * @param directory base of relative file names
   * @param name as given by the user
   * @throws InputException if it has no alignment
   */
  public static CorpusFolder aligned(Configuration configuration, String directory, String name) {
    CorpusFolder folder = of(configuration, directory, name, OTHER);
    if (!folder.hasFolder(CorpusLayout.BEADS)
        && !folder.hasFolder(CorpusLayout.REJECTS)
        && !folder.work().exists()) {
      throw new InputException(
          "\"" + name + "\" is not the folder of a corpus: it has no " + CorpusLayout.BEADS,
          "make one with ballast align --pairs LIST -o FOLDER --engine MASTER");
    }
    return folder;
  }

  private static CorpusFolder of(
      Configuration configuration, String directory, String name, String hint) {
    Path path = path(directory, name);
    try {
      FileSystem system = path.getFileSystem(configuration);
      // Without the checksum files that Hadoop would add next to ours.
      FileSystem files =
          system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
      Path out = files.makeQualified(path);
      requireOurs(files, out, name, hint);
      return new CorpusFolder(files, out, name);
    } catch (IOException e) {
      throw FolderTrouble.of(name, e);
    }
  }

  /** The path of a user's name: an address of Hadoop, or a file. */
  public static Path path(String directory, String name) {
    return name.contains("://")
        ? new Path(name)
        : new Path(Workplace.in(java.nio.file.Path.of(directory)).resolve(name).toUri());
  }

  private static void requireOurs(FileSystem files, Path out, String name, String hint)
      throws IOException {
    if (!files.exists(out)) {
      return;
    }
    if (files.getFileStatus(out).isFile()) {
      throw new InputException("\"" + name + "\" is a file; a corpus needs a folder", hint);
    }
    for (FileStatus file : files.listStatus(out)) {
      String found = file.getPath().getName();
      // File managers leave hidden files everywhere.
      if (!CorpusLayout.PARTS.contains(found) && !found.startsWith(".")) {
        throw new InputException(
            "\"" + name + "\" is not the folder of a corpus: it has " + found, hint);
      }
    }
  }
}
