package ballast.memory;

import java.time.Instant;

/**
 * One revision of a document.
 *
 * @param document the document's name
 * @param number counted from 1
 * @param created when it was recorded, UTC, whole seconds
 * @param author who ran the alignment; empty when unknown
 * @param source the source file
 * @param target the target file
 * @param counts the size of the alignment
 * @param toolVersion the version of Ballast that made it
 * @param settings the settings with which these files last produced these units; empty when
 *     unknown, for example in a memory of an earlier version
 * @param units number of units in it
 */
public record RevisionInfo(
    String document,
    int number,
    Instant created,
    String author,
    AlignedFile source,
    AlignedFile target,
    RevisionCounts counts,
    String toolVersion,
    String settings,
    int units) {

  /** Whether it was made from these files with these settings. */
  public boolean isOf(String sourceSha256, String targetSha256, String wantedSettings) {
    return !settings.isEmpty()
        && settings.equals(wantedSettings)
        && source.sha256().equals(sourceSha256)
        && target.sha256().equals(targetSha256);
  }
}
