package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InlineCode.Side;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.report.MemoryJson;
import ballast.report.MemoryText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ballast tm search}: exact lookup. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Finds the units whose source or translation is TEXT; width of characters and",
      "runs of spaces do not matter. Exit status 1: there is none."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm search 冷战的选择",
      "  ballast tm search --file sentences.txt --limit 1"
    })
final class TmSearchCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Parameters(paramLabel = "TEXT", arity = "0..1", description = "A whole sentence.")
  @Nullable String text;

  @Option(
      names = "--file",
      paramLabel = "QUERIES",
      description = "Search for each line of this UTF-8 file; prints one JSON line each.")
  @Nullable String queries;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "At most N units a query. Default: ${DEFAULT-VALUE}.")
  int limit = 10;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmSearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if ((text == null) == (queries == null)) {
      throw new ParameterException(spec.commandLine(), "give TEXT or --file QUERIES");
    }
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit " + limit + ": at least 1");
    }
    try (Memory tm = memory.openForReading(console)) {
      return queries == null ? searchOne(tm, String.valueOf(text)) : searchAll(tm, queries);
    }
  }

  private int searchOne(Memory tm, String query) {
    List<Unit> units = find(tm, query);
    if (json) {
      OutputOptions.print(console, out -> MemoryJson.writeMatches(out, query, units));
    } else {
      OutputOptions.print(
          console, out -> new MemoryText(common.style(console)).writeMatches(out, units));
      if (units.isEmpty()) {
        common.say(console, "no unit is \"" + query + "\"");
      }
    }
    return units.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private int searchAll(Memory tm, String file) {
    boolean any = false;
    for (String query : lines(file)) {
      List<Unit> units = find(tm, query);
      any |= !units.isEmpty();
      OutputOptions.print(console, out -> MemoryJson.writeMatches(out, query, units));
    }
    return any ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** Units with that source text, or, where there is none, with that target text. */
  private List<Unit> find(Memory tm, String query) {
    List<Unit> units = tm.exact(query, Side.SOURCE, UnitFilter.OFFERED);
    if (units.isEmpty()) {
      units = tm.exact(query, Side.TARGET, UnitFilter.OFFERED);
    }
    return units.subList(0, Math.min(limit, units.size()));
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(console.resolve(file), UTF_8);
    } catch (IOException e) {
      throw new InputException(
          "cannot read the queries in \"" + file + "\"",
          "give a UTF-8 file with one query a line",
          e);
    }
  }
}
