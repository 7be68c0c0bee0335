package ballast.workflow.revise;

import ballast.memory.AlignedFiles;
import ballast.memory.RevisionInfo;

/** Says that the memory does not hold the sentences without a counterpart. */
final class NotCompared {

  private NotCompared() {}

  /**
   * What is said of two revisions whose files differ, if one of them surely has such sentences;
   * else empty.
   */
  static String inWords(RevisionInfo old, RevisionInfo revised) {
    AlignedFiles before = old.run().files();
    AlignedFiles after = revised.run().files();
    boolean same = before.haveHashes(after.source().sha256(), after.target().sha256());
    if (same || (alone(old) == 0 && alone(revised) == 0)) {
      return "";
    }
    return "sentences without a counterpart are not in the memory and were not compared ("
        + inWords(old)
        + ", "
        + inWords(revised)
        + "); ballast diff OLD NEW compares the files";
  }

  private static String inWords(RevisionInfo revision) {
    int alone = alone(revision);
    return "revision " + revision.number() + ": " + (alone == 0 ? "none" : alone);
  }

  /** At least so many beads have one side only and are no furniture, which may be paired. */
  private static int alone(RevisionInfo revision) {
    return Math.max(
        0,
        revision.run().counts().beads() - revision.units() - revision.run().counts().furniture());
  }
}
