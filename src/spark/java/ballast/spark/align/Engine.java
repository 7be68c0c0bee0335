package ballast.spark.align;

import ballast.app.align.AlignmentSnapshot;
import ballast.app.align.PairAligner;
import ballast.app.align.PairAligner.DocumentLimits;
import ballast.bitext.Sha256;
import ballast.lexicon.Lexicon;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The aligner of this process. Each task of Spark gets an equal one; the large parts, the lexicon
 * and the rules for sentences, are loaded once.
 */
final class Engine {

  /** Tasks of one process share only static fields. One entry for each job. */
  private static final Map<String, PairAligner> ENGINES = new ConcurrentHashMap<>();

  private static final Lexicon LEXICON = Lexicon.bundledWhenNeeded();

  private Engine() {}

  /** An aligner for one task, which closes it. */
  static PairAligner forTask(byte[] snapshot, DocumentLimits limits) {
    return ENGINES
        .computeIfAbsent(
            Sha256.hex(snapshot) + " " + limits,
            key -> new PairAligner(AlignmentSnapshot.of(snapshot), LEXICON, limits))
        .another();
  }
}
