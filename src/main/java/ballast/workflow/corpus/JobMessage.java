package ballast.workflow.corpus;

import ballast.format.table.TsvLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a job on Spark tells the process that has started it: a line of its standard output.
 *
 * @param kind what it is about
 * @param cells numbers in decimal digits, or texts
 */
public record JobMessage(Kind kind, List<String> cells) {

  /** Kinds of messages. */
  public enum Kind {
    /** How far it is: how much is done, how much there is, and more that depends on the job. */
    PROGRESS,
    /** A row of the result. */
    ROW,
    /** What a person should know: a text. */
    WARNING,
    /** The job ends because the input cannot be used: what is wrong, and a hint. */
    REFUSED,
    /** The job has ended: the numbers of the result, such as {@link CorpusTotals}. */
    ENDED
  }

  private static final String START = "ballast:";

  public JobMessage {
    cells = List.copyOf(cells);
  }

  public static JobMessage of(Kind kind, Object... cells) {
    return new JobMessage(kind, Arrays.stream(cells).map(Object::toString).toList());
  }

  /** The line, without its end. */
  public String line() {
    return START + kind + "\t" + TsvLine.of(cells.toArray(String[]::new));
  }

  /** The message in a line; empty if the line is something else. */
  public static Optional<JobMessage> in(String line) {
    String[] cells = line.split("\t", -1);
    if (!cells[0].startsWith(START)) {
      return Optional.empty();
    }
    String name = cells[0].substring(START.length());
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .map(
            kind -> new JobMessage(kind, Arrays.stream(cells).skip(1).map(TsvLine::text).toList()));
  }

  /** A cell as a number. */
  public long number(int cell) {
    return Long.parseLong(cells.get(cell));
  }
}
