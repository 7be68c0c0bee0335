package ballast.workflow.corpus;

/**
 * What became of the units of a corpus.
 *
 * @param units how many there were
 * @param removed how many of them had both texts of an earlier one
 * @param near how many of the others are nearly the same as an earlier one
 * @param tooLong how many of the others have a text that is too long to be compared: more than
 *     {@link ballast.likeness.Score#MAX_SYMBOLS} characters or words
 * @param notCompared pairs of units that have much in common, and were not compared because there
 *     are too many of them
 */
public record CorpusDuplicates(
    long units, long removed, long near, long tooLong, long notCompared) {

  /** How many units are left. */
  public long kept() {
    return units - removed;
  }

  /** The numbers in a message. */
  static CorpusDuplicates of(JobMessage message) {
    return new CorpusDuplicates(
        message.number(0),
        message.number(1),
        message.number(2),
        message.number(3),
        message.number(4));
  }

  /** The message that tells them. */
  public JobMessage message() {
    return JobMessage.of(JobMessage.Kind.ENDED, units, removed, near, tooLong, notCompared);
  }
}
