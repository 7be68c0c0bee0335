package ballast.interchange;

import ballast.bitext.InputException;
import java.io.IOException;
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

  Rewriting(Path file, @Nullable RawText after, Map<Integer, String> refused) {
    this.file = file;
    this.after = after;
    this.refused = new TreeMap<>(refused);
  }

  /** What could not be replaced, by its key, with the reason; then nothing may be written. */
  public Map<Integer, String> refused() {
    return Map.copyOf(refused);
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws InputException if it cannot be written; it is then as it was
   * @throws IllegalStateException if something was refused
   */
  public void write() {
    if (after == null || !refused.isEmpty()) {
      throw new IllegalStateException("not all of it can be replaced: " + refused);
    }
    try (OutputFile out = OutputFile.create(file, /* replace= */ true)) {
      out.stream().write(after.bytes());
      out.finish();
      out.publish();
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }
}
