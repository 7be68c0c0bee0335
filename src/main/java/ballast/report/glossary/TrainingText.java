package ballast.report.glossary;

import ballast.bitext.CountedNoun;
import ballast.lexicon.train.SourceReport;
import ballast.lexicon.train.Training;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what a lexicon was trained from and how large it is. */
public final class TrainingText {

  private TrainingText() {}

  /** For example {@code pairs.tsv: weight 1, 1,200 pairs read, 1,100 kept, 100 too long}. */
  public static String ofSource(SourceReport source) {
    String dropped =
        source.dropped().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    String.format(Locale.ROOT, ", %,d %s", entry.getValue(), why(entry.getKey())))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "%s: weight %s, %s read, %,d kept%s",
        source.name(),
        weight(source.weight()),
        CountedNoun.of(source.read(), "pair"),
        source.kept(),
        dropped);
  }

  /** The numbers of words, entries and bytes. */
  public static String ofSize(Training training) {
    return String.format(
        Locale.ROOT,
        "%,d Chinese and %,d English words, %,d of %,d entries, %,d bytes",
        training.chineseWords(),
        training.englishWords(),
        training.entries(),
        training.candidates(),
        training.bytes().length);
  }

  private static String weight(double weight) {
    return weight == Math.rint(weight) ? Long.toString((long) weight) : Double.toString(weight);
  }

  private static String why(SourceReport.Reason reason) {
    return switch (reason) {
      case NOT_A_PAIR -> "without one tab";
      case EMPTY -> "without a word seen often enough";
      case TOO_LONG -> "too long";
      case LENGTHS_DIFFER -> "too different in length";
    };
  }
}
