package ballast.lexicon.train;

import java.util.EnumMap;
import java.util.Map;

/** Counts the used and dropped pairs of one source. */
final class SourceTally {

  private final TrainingSource source;
  private final Map<SourceReport.Reason, Integer> dropped =
      new EnumMap<>(SourceReport.Reason.class);
  private int read;
  private int kept;

  SourceTally(TrainingSource source) {
    this.source = source;
  }

  void read() {
    read++;
  }

  void keep() {
    kept++;
  }

  void drop(SourceReport.Reason reason) {
    dropped.merge(reason, 1, Integer::sum);
  }

  /** The number of pairs read so far. */
  int count() {
    return read;
  }

  double weight() {
    return source.weight();
  }

  SourceReport report() {
    return new SourceReport(source.name(), source.weight(), read, kept, dropped);
  }
}
