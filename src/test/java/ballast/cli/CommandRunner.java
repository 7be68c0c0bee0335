package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.cli.terminal.Console;
import ballast.cli.terminal.Console.Heartbeat;
import ballast.cli.terminal.MessageStream;
import ballast.cli.terminal.StandardOutput;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Runs command lines in this process, in a folder of the test's choice, at a fixed time. */
public final class CommandRunner {

  public static final Instant NOW = Instant.parse("2026-02-14T08:30:00Z");

  private final Path directory;
  private final Map<String, String> environment;
  private final int columns;
  private final InstantSource clock;
  private final int errColumns;

  public CommandRunner(Path directory) {
    this(directory, Map.of("USER", "mei"), 0);
  }

  public CommandRunner(Path directory, Map<String, String> environment, int columns) {
    this(directory, environment, columns, () -> NOW, 0);
  }

  /** With a clock that may go on, and with a terminal for messages. */
  public CommandRunner(
      Path directory,
      Map<String, String> environment,
      int columns,
      InstantSource clock,
      int errColumns) {
    this.directory = directory;
    this.environment = environment;
    this.columns = columns;
    this.clock = clock;
    this.errColumns = errColumns;
  }

  public record Outcome(int status, String out, String err) {}

  public Outcome run(String... args) {
    return runWithInput("", args);
  }

  public Outcome runWithInput(String input, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(console(input, out, err), args);
    return new Outcome(status, out.toString(), err.toString());
  }

  Outcome runInto(Writer out, String... args) {
    StringWriter err = new StringWriter();
    return new Outcome(Main.run(console("", out, err), args), "", err.toString());
  }

  /** The command tree, for tests of the manual. */
  public CommandLine commandLine() {
    return CommandTree.of(console("", new StringWriter(), new StringWriter()));
  }

  /** All commands, each before those below it. */
  public Stream<CommandSpec> commands() {
    return commands(commandLine());
  }

  private static Stream<CommandSpec> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec()),
        command.getSubcommands().values().stream().flatMap(CommandRunner::commands));
  }

  public Console console(String input, Writer out, Writer err) {
    return new Console(
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        new StandardOutput(out, columns > 0),
        new MessageStream(err),
        directory.toAbsolutePath(),
        environment,
        clock,
        new Console.Widths(columns, errColumns, 0),
        Heartbeat.NONE);
  }
}
