package ballast.cli.tm;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.cli.CommandRunner;
import ballast.cli.CommandTree;
import ballast.cli.terminal.Console;
import ballast.cli.tm.QuickStart.PlainSearch;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

final class PlainSearchTest {

  private static final List<String> ARGUMENTS =
      List.of(
          "一句话。",
          "Two words",
          "a=b",
          "",
          "-",
          "--",
          "help",
          "tm",
          "--tm",
          "--tm=m.db",
          "--tm=",
          "--file",
          "--file=q",
          "--min",
          "--min=60",
          "--min=0x40",
          "--min=050",
          "49",
          "70",
          "100",
          "101",
          "+70",
          "--limit",
          "--limit=3",
          "0",
          "--limit=0",
          "--limit=9999999999",
          "--in",
          "--in=target",
          "--in=SOURCE",
          "source",
          "both",
          "--before",
          "--after=x",
          "--before=-x",
          "--json",
          "--json=true",
          "-q",
          "--quiet",
          "-v",
          "--verbose",
          "-qv",
          "--color",
          "--color=never",
          "--hyperlink",
          "--hyperlink=always",
          "--no-pager",
          "auto",
          "Always",
          "--help",
          "-V",
          "--tm=a=b",
          "\"quoted\"",
          "@file",
          "--nonsense",
          "x -q",
          "${sys:user.name}");

  private final CommandRunner runner = new CommandRunner(Path.of("").toAbsolutePath());
  private final Console console = runner.console("", new StringWriter(), new StringWriter());

  @Test
  void readsTheSameOptionsAsPicocli() {
    Random random = new Random(7);
    int taken = 0;
    for (int i = 0; i < Rounds.of(60_000); i++) {
      String[] line = line(random, 1 + random.nextInt(5));
      TmSearchCommand plain = PlainSearch.read(console, line);
      if (plain != null) {
        taken++;
        assertThat(values(plain)).as(Arrays.toString(line)).isEqualTo(values(byPicocli(line)));
      }
    }
    assertThat(taken).isGreaterThan(Rounds.of(1_000));
  }

  @Test
  void knowsEveryOption() {
    CommandLine search = new CommandLine(new TmSearchCommand());
    for (OptionSpec option : search.getCommandSpec().options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        for (String name : option.names()) {
          assertThat(takes(name, option.arity().max() == 0)).as(name).isTrue();
        }
      }
    }
  }

  private boolean takes(String name, boolean isFlag) {
    for (String value : List.of("70", "source", "never")) {
      for (String text : List.of("--tm=m.db", "TEXT")) {
        List<String> line = new ArrayList<>(List.of("tm", "search", text, name));
        if (!isFlag) {
          line.add(value);
        }
        if (PlainSearch.read(console, line.toArray(new String[0])) != null) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tm search",
        "tm search TEXT TEXT",
        "tm search --help",
        "tm search TEXT --min 40",
        "tm search TEXT --limit 0",
        "tm search TEXT --json --json",
        "tm search TEXT -q --quiet",
        "tm search TEXT --tm",
        "tm search TEXT --tm --json",
        "tm search TEXT --file queries",
        "tm search --file queries --before x",
        "tm search --after x --file queries",
        "tm concordance TEXT",
        "search TEXT"
      })
  void leavesTheUnusualToPicocli(String line) {
    assertThat(PlainSearch.read(console, line.split(" "))).isNull();
  }

  private static String[] line(Random random, int count) {
    String[] line = new String[count + 2];
    line[0] = "tm";
    line[1] = "search";
    for (int i = 2; i < line.length; i++) {
      line[i] = ARGUMENTS.get(random.nextInt(ARGUMENTS.size()));
    }
    return line;
  }

  private @Nullable TmSearchCommand byPicocli(String... line) {
    try {
      List<CommandLine> parsed = CommandTree.of(console, line).parseArgs(line).asCommandLineList();
      return parsed.get(parsed.size() - 1).getCommand();
    } catch (ParameterException e) {
      return null;
    }
  }

  private static List<@Nullable Object> values(@Nullable TmSearchCommand command) {
    return command == null
        ? List.of()
        : Arrays.asList(
            command.text,
            command.queries,
            command.minScore,
            command.in,
            command.limit,
            command.before,
            command.after,
            command.json,
            command.memory.chosen(),
            command.quiet,
            command.verbose,
            command.colour);
  }
}
