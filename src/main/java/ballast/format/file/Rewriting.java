package ballast.format.file;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file with some of its text replaced, not yet written: everything else in it stays byte for
 * byte.
 */
public final class Rewriting {

  private final Path file;
  private final @Nullable RawText after;
  private final Map<Integer, String> refused;

  public Rewriting(Path file, @Nullable RawText after, Map<Integer, String> refused) {
    this.file = file;
    this.after = after;
    this.refused = new TreeMap<>(refused);
  }

  /** What could not be replaced, by its key, with the reason; then nothing may be written. */
  public Map<Integer, String> refused() {
    return Map.copyOf(refused);
  }

  /**
   * Writes the file, whole or not at all; who may read and run it stays as it is.
   *
   * @throws InputException if it cannot be written; it is then as it was
   * @throws IllegalStateException if something was refused
   */
  public void write() {
    if (after == null || !refused.isEmpty()) {
      throw new IllegalStateException("not all of it can be replaced: " + refused);
    }
    try {
      Path real = file.toRealPath(); // a link stays a link
      if (!Files.isWritable(real)) {
        throw new AccessDeniedException(real.toString());
      }
      write(real, after.bytes());
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }

  private static void write(Path real, byte[] bytes) throws IOException {
    PosixFileAttributeView owner =
        Files.getFileAttributeView(real, PosixFileAttributeView.class); // null on Windows
    Set<PosixFilePermission> permissions =
        owner == null ? Set.of() : owner.readAttributes().permissions();
    try (OutputFile out = OutputFile.create(real, /* replace= */ true)) {
      out.stream().write(bytes);
      out.finish();
      out.publish();
    }
    if (!permissions.isEmpty()) {
      Files.setPosixFilePermissions(real, permissions);
    }
  }
}
