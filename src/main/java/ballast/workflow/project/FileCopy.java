package ballast.workflow.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The content of a file, to be read on another machine as it is read here.
 *
 * @param name what the user calls the file, for messages
 * @param content its bytes
 */
public record FileCopy(String name, byte[] content) {

  /**
   * Copies a file.
   *
   * @throws InputException if it cannot be read
   */
  public static FileCopy of(Path file, String name) {
    try {
      return new FileCopy(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InputException("cannot read \"" + name + "\"", "check the name", e);
    }
  }

  /** What a reader of files makes of it, which gets a temporary file. */
  public <T> T read(Function<Path, T> reader) {
    try {
      Path file = Files.createTempFile("ballast", "");
      try {
        Files.write(file, content);
        return reader.apply(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it for {@link #read(DataInput)}. */
  public void write(DataOutput out) throws IOException {
    for (byte[] part : new byte[][] {name.getBytes(UTF_8), content}) {
      out.writeInt(part.length);
      out.write(part);
    }
  }

  /** Reads what {@link #write} has written. */
  public static FileCopy read(DataInput in) throws IOException {
    byte[] name = bytes(in);
    return new FileCopy(new String(name, UTF_8), bytes(in));
  }

  private static byte[] bytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
