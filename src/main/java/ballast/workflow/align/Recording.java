package ballast.workflow.align;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a memory has to do with aligning: it takes the result, it is evidence, and of many articles
 * those that it has from the same files and with the same settings are passed over.
 *
 * @param memory where the memory is, or will be; null: there is none
 * @param again whether articles that it has are aligned again; one article always is
 * @param dryRun whether the memory is left as it is
 */
public record Recording(@Nullable Path memory, boolean again, boolean dryRun) {

  /** Without a memory. */
  public static final Recording NONE = new Recording(null, false, false);

  /** Into this memory, which is made if it is not there. */
  public static Recording in(Path memory) {
    return new Recording(memory, false, false);
  }

  /** Whether the memory takes articles. */
  public boolean writes() {
    return memory != null && !dryRun;
  }
}
