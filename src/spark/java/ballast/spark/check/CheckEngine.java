package ballast.spark.check;

import ballast.bitext.Sha256;
import ballast.lexicon.Lexicon;
import ballast.workflow.check.DividedCheck;
import ballast.workflow.corpus.CheckJob;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The check of this process, which its tasks share: glossaries and the lexicon are large. */
final class CheckEngine {

  /** Tasks of one process share nothing but static fields. One entry for each job. */
  private static final Map<String, DividedCheck> CHECKS = new ConcurrentHashMap<>();

  private CheckEngine() {}

  /**
   * @param job the bytes of a {@link CheckJob}
   */
  static DividedCheck of(byte[] job) {
    return CHECKS.computeIfAbsent(
        Sha256.hex(job),
        key -> new DividedCheck(CheckJob.of(job).snapshot(), Lexicon.bundledWhenNeeded()));
  }
}
