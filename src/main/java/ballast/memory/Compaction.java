package ballast.memory;

/**
 * What a compaction removes for good.
 *
 * @param deletedUnits units that were deleted
 * @param retiredUnits units that are in no latest revision
 * @param revisions revisions before the latest of each document
 * @param replacedTexts entries of the history that hold replaced texts
 * @param documents documents whose alignment was taken back
 * @param bytesBefore size of the file, its log included
 * @param bytesAfter size afterwards; equal to {@code bytesBefore} if nothing was done
 */
public record Compaction(
    long deletedUnits,
    long retiredUnits,
    long revisions,
    long replacedTexts,
    long documents,
    long bytesBefore,
    long bytesAfter) {

  /** Whether there is nothing to remove; the file may still become smaller. */
  public boolean isEmpty() {
    return deletedUnits + retiredUnits + revisions + replacedTexts + documents == 0;
  }
}
