package ballast.spark.check;

import ballast.app.RecordBytes;
import ballast.app.check.CheckSnapshot;
import ballast.app.check.DividedCheck;
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
   * @param snapshot the {@link RecordBytes} of a {@link CheckSnapshot}
   */
  static DividedCheck of(byte[] snapshot) {
    return CHECKS.computeIfAbsent(
        Sha256.hex(snapshot),
        key ->
            new DividedCheck(
                RecordBytes.read(snapshot, CheckSnapshot.class), Lexicon.bundledWhenNeeded()));
  }
}
