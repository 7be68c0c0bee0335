package ballast.format.file;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  /**
   * The reasons why edits could not be made, by the key of the edit; unless it is empty, nothing
   * may be written.
   */
  public Map<Integer, String> refused() {
    return Map.copyOf(refused);
  }

  /**
   * Writes the file, whole or not at all, and keeps its permissions.
   *
   * @throws InputException if it cannot be written; it is then unchanged
   * @throws IllegalStateException if an edit was refused
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
    try (OutputFile out = OutputFile.createPage(real, /* replace= */ true)) {
      out.stream().write(bytes);
      out.finish();
      out.publish();
    }
  }
}
