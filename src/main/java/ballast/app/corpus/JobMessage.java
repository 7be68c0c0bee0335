package ballast.app.corpus;

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
    /**
     * The job has ended: the numbers of the result, such as {@link CorpusAlignment.CorpusTotals}.
     */
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

  /** The file by which a job reaches Spark: the version of Ballast, and what is to be done. */
  public static final class JobFile {

    private JobFile() {}

    /** Writes a job. */
    @FunctionalInterface
    interface Writer {
      void write(DataOutputStream out) throws IOException;
    }

    /** Reads a job. */
    @FunctionalInterface
    interface Reader<T> {
      T read(DataInputStream in) throws IOException;
    }

    /** A job as bytes. */
    static byte[] bytes(Writer job) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        job.write(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    /** The job in bytes. */
    static <T> T read(byte[] bytes, Reader<T> job) {
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
        return job.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The content of the file, for {@link #job}. */
    static byte[] of(byte[] job) {
      return of(Version.current(), job);
    }

    static byte[] of(Version version, byte[] job) {
      return bytes(
          out -> {
            out.writeUTF(version.toString());
            out.write(job);
          });
    }

    /**
     * What is to be done.
     *
     * @param content of the file
     * @throws InputException if another version of Ballast has written it
     */
    public static byte[] job(byte[] content) {
      return read(
          content,
          in -> {
            String version = in.readUTF();
            if (!version.equals(Version.current().toString())) {
              throw new InputException(
                  "the job is of "
                      + version
                      + ", and the artefact for Spark of "
                      + Version.current(),
                  "build both from the same sources: mvn -f src/spark/pom.xml package");
            }
            return in.readAllBytes();
          });
    }
  }
}
