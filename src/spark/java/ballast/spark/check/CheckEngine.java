package ballast.spark.check;

import ballast.app.check.DividedCheck;
import ballast.app.corpus.CorpusCheck;
import ballast.app.corpus.CorpusCheck.CheckJob;
import ballast.bitext.Sha256;
import ballast.lexicon.Lexicon;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The check of this process, shared by its tasks because glossaries and the lexicon are large. */
final class CheckEngine {

  /** Tasks of one process share only static fields. One entry for each job. */
  private static final Map<String, DividedCheck> CHECKS = new ConcurrentHashMap<>();

  private CheckEngine() {}

  /**
   * @param job the bytes of a {@link CorpusCheck.CheckJob}
   */
  static DividedCheck of(byte[] job) {
    return CHECKS.computeIfAbsent(
        Sha256.hex(job),
        key -> new DividedCheck(CheckJob.of(job).snapshot(), Lexicon.bundledWhenNeeded()));
  }
}
