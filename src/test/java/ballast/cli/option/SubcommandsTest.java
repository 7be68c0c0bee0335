package ballast.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.cli.CommandTree;
import ballast.cli.terminal.Console;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SubcommandsTest {

  @TempDir Path directory;

  private Map<String, CommandLine> all = Map.of();

  @BeforeEach
  void makeAll() {
    all = new CommandRunner(directory).commandLine().getSubcommands();
  }

  @Test
  void aLineThatNamesACommandMakesNoOther() {
    all.keySet().forEach(name -> assertThat(made(name).keySet()).containsExactly(name));
    ofTm(all)
        .keySet()
        .forEach(name -> assertThat(ofTm(made("tm", name)).keySet()).containsExactly(name));
  }

  @Test
  void everyCommandHasItsName() {
    all.forEach((name, line) -> assertThat(line.getCommandName()).isEqualTo(name));
    ofTm(all).forEach((name, line) -> assertThat(line.getCommandName()).isEqualTo(name));
  }

  @Test
  void aLineThatNamesNoneMakesAll() {
    assertThat(made("tn").keySet()).isEqualTo(all.keySet());
    assertThat(made("--help").keySet()).isEqualTo(all.keySet());
    assertThat(made().keySet()).isEqualTo(all.keySet());
    assertThat(ofTm(made("tm", "serach"))).hasSizeGreaterThan(10);
  }

  private static Map<String, CommandLine> ofTm(Map<String, CommandLine> commands) {
    return Objects.requireNonNull(commands.get("tm")).getSubcommands();
  }

  private Map<String, CommandLine> made(String... args) {
    Console console =
        new CommandRunner(directory).console("", new StringWriter(), new StringWriter());
    return CommandTree.of(console, args).getSubcommands();
  }
}
