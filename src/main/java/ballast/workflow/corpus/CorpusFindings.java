package ballast.workflow.corpus;

import ballast.bitext.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How much a check of a corpus has found.
 *
 * @param pairs how many pairs of texts were checked
 * @param skipped how many further pairs are not of Chinese and English
 * @param broken how many of the pairs could not be checked because of an internal error
 * @param concepts how many concepts of the glossaries they were checked against
 * @param counts the findings by rule: the most serious first, then the most frequent
 */
public record CorpusFindings(
    long pairs, long skipped, long broken, int concepts, List<Count> counts) {

  /** The findings of a rule that have this severity; a rule may have several. */
  public record Count(String rule, Severity severity, long findings) {}

  private static final Comparator<Count> ORDER =
      Comparator.comparing(Count::severity)
          .reversed()
          .thenComparing(count -> -count.findings())
          .thenComparing(Count::rule);

  public CorpusFindings {
    counts = counts.stream().sorted(ORDER).toList();
  }

  /** All findings. */
  public long findings() {
    return counts.stream().mapToLong(Count::findings).sum();
  }

  /** The findings with this severity. */
  public long findings(Severity severity) {
    return counts.stream()
        .filter(count -> count.severity() == severity)
        .mapToLong(Count::findings)
        .sum();
  }

  /** The findings in a message. */
  static CorpusFindings of(JobMessage message) {
    List<String> cells = message.cells();
    List<Count> counts = new ArrayList<>();
    for (int i = 4; i < cells.size(); i += 3) {
      Severity severity = Severity.valueOf(cells.get(i + 1).toUpperCase(Locale.ROOT));
      counts.add(new Count(cells.get(i), severity, message.number(i + 2)));
    }
    return new CorpusFindings(
        message.number(0), message.number(1), message.number(2), (int) message.number(3), counts);
  }

  /** The message that tells them. */
  public JobMessage message() {
    List<Object> cells = new ArrayList<>(List.of(pairs, skipped, broken, concepts));
    counts.forEach(
        count -> cells.addAll(List.of(count.rule(), count.severity().label(), count.findings())));
    return JobMessage.of(JobMessage.Kind.ENDED, cells.toArray());
  }
}
