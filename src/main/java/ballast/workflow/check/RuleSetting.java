package ballast.workflow.check;

import ballast.bitext.Severity;
import ballast.workflow.project.Glob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one rule in {@code ballast.toml}.
 *
 * @param off whether it is turned off
 * @param severity severity of its findings; null for the rule's own. Findings that the rule itself
 *     rates lower than usual keep their severity
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

  /** A rule without settings. */
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
