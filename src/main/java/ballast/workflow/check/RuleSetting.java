package ballast.workflow.check;

import ballast.bitext.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ballast.toml} says of a rule.
 *
 * @param off whether it is not asked
 * @param severity how bad what it finds is; null as the rule says. What the rule itself takes for
 *     less bad than usual stays so
 * @param files where findings count; empty for everywhere
 * @param notFiles where they do not
 * @param domains subject fields of the terms about which findings count
 */
record RuleSetting(
    boolean off,
    @Nullable Severity severity,
    List<Glob> files,
    List<Glob> notFiles,
    NamedFields domains) {

  /** A rule of which nothing is said. */
  static final RuleSetting NONE =
      new RuleSetting(false, null, List.of(), List.of(), NamedFields.ALL);

  RuleSetting {
    files = List.copyOf(files);
    notFiles = List.copyOf(notFiles);
  }

  /** Whether findings in a file count. */
  boolean covers(String path) {
    return (files.isEmpty() || files.stream().anyMatch(glob -> glob.matches(path)))
        && notFiles.stream().noneMatch(glob -> glob.matches(path));
  }
}
