package ballast.workflow.corpus;

import java.util.List;

/**
 * What {@link CorpusExport} has written.
 *
 * @param files in the order of the corpus
 * @param doubtful units that were left out because they are doubtful
 * @param otherLanguages units that were left out because the form holds one pair of languages, and
 *     they are of another
 */
public record ExportedFiles(List<OneFile> files, long doubtful, long otherLanguages) {

  /**
   * A file.
   *
   * @param name without the folder
   * @param units how many it has
   */
  public record OneFile(String name, long units) {}

  public ExportedFiles {
    files = List.copyOf(files);
  }

  /** The units in all files. */
  public long units() {
    return files.stream().mapToLong(OneFile::units).sum();
  }
}
