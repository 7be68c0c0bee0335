package ballast.cli.option;

import ballast.workflow.check.EntryScope;
import ballast.workflow.check.NamedFields;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that select entries of the glossaries. */
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

  /** The values of the options, or of the settings for options not given. */
  public EntryScope scope(EntryScope settings) {
    return new EntryScope(
        domains.isEmpty() ? settings.domains() : new NamedFields(domains, ""),
        projects.isEmpty() ? settings.projects() : new NamedFields(projects, ""));
  }
}
