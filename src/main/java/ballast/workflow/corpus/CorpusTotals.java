package ballast.workflow.corpus;

/**
 * What became of the documents of a list.
 *
 * @param documents how many there are
 * @param aligned aligned by this run
 * @param before already in the corpus
 * @param failed rejected because they cannot be aligned
 * @param unrelated rejected because the two texts are not translations of each other
 * @param bugs how many of {@code failed} are internal errors
 * @param unlisted how many documents of the corpus the list does not name
 */
public record CorpusTotals(
    long documents,
    long aligned,
    long before,
    long failed,
    long unrelated,
    long bugs,
    long unlisted) {

  /** The totals in a message. */
  static CorpusTotals of(JobMessage message) {
    return new CorpusTotals(
        message.number(0),
        message.number(1),
        message.number(2),
        message.number(3),
        message.number(4),
        message.number(5),
        message.number(6));
  }

  /** The message that tells them. */
  public JobMessage message() {
    return JobMessage.of(
        JobMessage.Kind.ENDED, documents, aligned, before, failed, unrelated, bugs, unlisted);
  }
}
