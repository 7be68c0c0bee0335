package ballast.memory;

/**
 * How the alignment of a revision was made.
 *
 * @param author who ran it; empty when unknown
 * @param files the files that were aligned
 * @param counts the size of the alignment
 * @param toolVersion the version of Ballast that made it
 * @param settings everything that the result depends on besides the two files, as a text; equal
 *     texts mean equal settings; empty when unknown, for example in a memory of an earlier version.
 *     If a later run with other settings gave the same units, the memory keeps the later settings
 */
public record AlignmentRun(
    String author, AlignedFiles files, RevisionCounts counts, String toolVersion, String settings) {

  /** Whether it was made from the files with these hashes with these settings. */
  public boolean isOf(String sourceSha256, String targetSha256, String wantedSettings) {
    return !settings.isEmpty()
        && settings.equals(wantedSettings)
        && files.haveHashes(sourceSha256, targetSha256);
  }
}
