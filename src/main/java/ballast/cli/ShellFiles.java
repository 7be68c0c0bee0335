package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.cli.shell.CompletionScript;
import ballast.cli.shell.ManualPage;
import ballast.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A program of its own, which the build runs: writes the manual pages and the completion scripts
 * into {@code man/man1} and {@code completions}, under the names by which {@code man} and the
 * shells look for them.
 */
public final class ShellFiles {

  private static final int DATE = 10;

  private final Path folder;

  private ShellFiles(Path folder) {
    this.folder = folder;
  }

  /** Arguments: the folder, the version, and a time that begins with the date of the pages. */
  public static void main(String[] args) throws IOException {
    ShellFiles files = new ShellFiles(Path.of(args[0]));
    CommandSpec root = FormatNames.in(CommandTree.of(Console.system()));
    files.pages(root, args[1], args[2].substring(0, DATE));
    CompletionScript script = new CompletionScript(root);
    files.write("completions/bash/ballast", script.bash());
    files.write("completions/zsh/_ballast", script.zsh());
    files.write("completions/fish/ballast.fish", script.fish());
  }

  private void pages(CommandSpec command, String version, String date) throws IOException {
    ManualPage page = new ManualPage(command);
    write("man/man1/" + page.name() + ".1", page.roff(version, date));
    for (CommandLine below : command.subcommands().values()) {
      pages(below.getCommandSpec(), version, date);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }
}
