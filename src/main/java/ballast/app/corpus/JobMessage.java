package ballast.app.corpus;

import ballast.app.RecordBytes;
import ballast.bitext.InputException;
import ballast.bitext.Version;
import ballast.format.table.TsvLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A message from a job on Spark to the process that started it: a line of its standard output.
 *
 * @param cells numbers in decimal digits, or texts
 */
public record JobMessage(Kind kind, List<String> cells) {

  public enum Kind {
    /** Progress: the amount done, the total, and further values that depend on the job. */
    PROGRESS,
    /** A row of the result. */
    ROW,
    /** A warning for the user: a text. */
    WARNING,
    /** The job ends because the input cannot be used: the reason, and a hint. */
    REFUSED,
    /** The job has ended: its result, such as {@link CorpusJobs.CorpusTotals}, in Base64. */
    ENDED
  }

  private static final String START = "ballast:";

  public JobMessage {
    cells = List.copyOf(cells);
  }

  public static JobMessage of(Kind kind, Object... cells) {
    return new JobMessage(kind, Arrays.stream(cells).map(Object::toString).toList());
  }

  public static JobMessage ended(Record result) {
    return of(Kind.ENDED, Base64.getEncoder().encodeToString(RecordBytes.of(result)));
  }

  /** The result in a message of {@link #ended}. */
  <T extends Record> T result(Class<T> type) {
    return RecordBytes.read(Base64.getDecoder().decode(cells.get(0)), type);
  }

  /** The line, without a line break. */
  public String line() {
    return START + kind + "\t" + TsvLine.of(cells.toArray(String[]::new));
  }

  /** The message in a line; empty if the line is not a message. */
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

  public long number(int cell) {
    return Long.parseLong(cells.get(cell));
  }

  /** The file that passes a job to Spark: the version of Ballast, and the job. */
  public static final class JobFile {

    private JobFile() {}

    static byte[] of(Record job) {
      return of(Version.current(), job);
    }

    static byte[] of(Version version, Record job) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        out.writeUTF(version.toString());
        out.write(RecordBytes.of(job));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    /**
     * @throws InputException if the file is from another version of Ballast
     */
    public static <T extends Record> T job(byte[] content, Class<T> type) {
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
        String version = in.readUTF();
        if (!version.equals(Version.current().toString())) {
          throw new InputException(
              "the job is of " + version + ", and the artefact for Spark of " + Version.current(),
              "build both from the same sources: mvn -f src/spark/pom.xml package");
        }
        return RecordBytes.read(in.readAllBytes(), type);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
