package ballast.spark.corpus;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the folder of a corpus, and refuses one that is something else. */
public final class CorpusFolders {

  /** The hint for a folder that is something else. */
  private static final String OTHER =
      "name a folder that ballast align --pairs LIST -o FOLDER --engine MASTER has made";

  private CorpusFolders() {}

  /**
   * The folder that a list is aligned into; makes it.
   *
   * @param directory what names of files are relative to
   * @param name as the user gave it
   * @throws InputException if there is something else in it
   */
  public static CorpusFolder toFill(Configuration configuration, String directory, String name) {
    return of(configuration, directory, name, "name a new folder with -o");
  }

  /**
   * The folder of a corpus that has been aligned, though perhaps all of its documents were
   * rejected.
   *
   * @param directory what names of files are relative to
   * @param name as the user gave it
   * @throws InputException if nothing has been aligned into it
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
      // Without the files of checksums that Hadoop would put beside ours.
      FileSystem files =
          system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
      Path out = files.makeQualified(path);
      requireOurs(files, out, name, hint);
      return new CorpusFolder(files, out, name);
    } catch (IOException e) {
      throw FolderTrouble.of(name, e);
    }
  }

  /** Where a name of a user leads: to an address of Hadoop, or to a file. */
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
