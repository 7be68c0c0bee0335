package ballast.format.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A device or named pipe: bytes go into it at once, and it stays what it is. */
final class DevicePlace implements OutputPlace {

  private final OutputStream stream;

  DevicePlace(Path path) throws IOException {
    this.stream = Files.newOutputStream(path, StandardOpenOption.APPEND);
  }

  /**
   * Whether a path names one: everything that is not a file on a disk, and everything that the
   * system shows below {@code /dev} and {@code /proc}, where a name may stand for an open file.
   */
  static boolean is(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return Files.exists(path)
        && !Files.isDirectory(path)
        && (!Files.isRegularFile(path)
            || isOpenFile(absolute, "/dev/fd")
            || isOpenFile(absolute, "/dev/std")
            || isOpenFile(absolute, "/proc"));
  }

  private static boolean isOpenFile(Path path, String beginning) {
    return path.toString().startsWith(beginning);
  }

  @Override
  public OutputStream stream() {
    return stream;
  }

  @Override
  public void finish() throws IOException {
    stream.close();
  }

  @Override
  public void publish() {}

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
