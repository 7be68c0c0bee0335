package ballast.cli.option;

import ballast.workflow.check.EntryScope;
import ballast.workflow.check.NamedFields;
import java.util.List;
import picocli.CommandLine.Option;

/** Which entries of the glossaries count. */
public final class ScopeOptions {

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      split = ",",
      description = "Only entries of this domain, and those that name none.")
  List<String> domains = List.of();

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      split = ",",
      description = "Only entries of this project, and those that name none.")
  List<String> projects = List.of();

  /** What the options say; for what they do not, what the settings say. */
  public EntryScope scope(EntryScope settings) {
    return new EntryScope(
        domains.isEmpty() ? settings.domains() : new NamedFields(domains, ""),
        projects.isEmpty() ? settings.projects() : new NamedFields(projects, ""));
  }
}
