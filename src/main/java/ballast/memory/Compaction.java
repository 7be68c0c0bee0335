package ballast.memory;

/**
 * What a compaction removes for good.
 *
 * @param units units that are deleted or in no latest revision
 * @param revisions revisions before the latest of each document
 * @param replacedTexts entries of the history that hold replaced texts
 * @param documents documents whose alignment was taken back
 * @param bytesBefore size of the file, its log included
 * @param bytesAfter size afterwards; equal to {@code bytesBefore} if nothing was done
 */
public record Compaction(
    HiddenUnits units,
    long revisions,
    long replacedTexts,
    long documents,
    long bytesBefore,
    long bytesAfter) {

  /** Whether there is nothing to remove; the file may still become smaller. */
  public boolean isEmpty() {
    return units.deleted() + units.retired() + revisions + replacedTexts + documents == 0;
  }

  /** This compaction, after which the file has another size. */
  public Compaction withBytesAfter(long bytes) {
    return new Compaction(units, revisions, replacedTexts, documents, bytesBefore, bytes);
  }
}
