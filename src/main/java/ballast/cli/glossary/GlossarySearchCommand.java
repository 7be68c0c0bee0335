package ballast.cli.glossary;

import ballast.cli.option.CommonOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.report.glossary.ConceptText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast glossary search}: what the glossaries say. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Shows the concepts with TEXT in a Chinese or English term, or with that id; those "
          + "first that have it as a whole term.",
      "Case and width do not matter. Exit status 1: there is none."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary search 压舱石",
      "  ballast glossary search leaning --json"
    })
final class GlossarySearchCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Parameters(paramLabel = "TEXT", description = "A term or a part of one; an id.")
  String text = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most N concepts. Default: ${DEFAULT-VALUE}.")
  int limit = 20;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  GlossarySearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String wanted = key(text);
    List<Concept> found =
        Glossary.of(glossary.read(console, common)).concepts().stream()
            .filter(concept -> keys(concept).anyMatch(key -> key.contains(wanted)))
            .sorted((one, other) -> Boolean.compare(isWhole(other, wanted), isWhole(one, wanted)))
            .toList();
    List<Concept> shown = found.stream().limit(Math.max(1, limit)).toList();
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            ConceptText.writeJson(out, text, found.size(), shown);
          } else {
            ConceptText.write(out, shown, common.style(console));
          }
        });
    if (shown.size() < found.size()) {
      common.say(console, (found.size() - shown.size()) + " more; --limit shows them");
    }
    if (found.isEmpty()) {
      common.say(console, "no term has \"" + text + "\"");
    }
    return found.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private static boolean isWhole(Concept concept, String wanted) {
    return keys(concept).anyMatch(wanted::equals);
  }

  private static Stream<String> keys(Concept concept) {
    return Stream.concat(
            Stream.of(concept.id()),
            Stream.concat(concept.zh().stream(), concept.en().stream()).map(Term::text))
        .map(GlossarySearchCommand::key);
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}
