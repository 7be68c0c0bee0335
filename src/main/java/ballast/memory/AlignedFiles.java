package ballast.memory;

/**
 * The two files of an aligned article.
 *
 * @param source the source file
 * @param target the target file
 */
public record AlignedFiles(AlignedFile source, AlignedFile target) {

  /** Whether these are the hashes of the two files. */
  public boolean haveHashes(String sourceSha256, String targetSha256) {
    return source.sha256().equals(sourceSha256) && target.sha256().equals(targetSha256);
  }
}
