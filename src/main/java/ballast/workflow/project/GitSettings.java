package ballast.workflow.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Ballast writes into a repository's own settings: sections of {@code .git/config} and lines
 * of {@code .git/info/attributes}. Nothing that is committed, and nothing of anybody else's.
 */
public final class GitSettings {

  private static final List<String> SECTIONS =
      List.of("diff.ballast", "merge.ballast", "difftool.ballast");

  private static final List<String> ATTRIBUTES =
      List.of("*.tmx diff=ballast merge=ballast", "*.db diff=ballast");

  private final Git git;
  private final Console console;

  public GitSettings(Console console) {
    this.console = console;
    this.git = new Git(console.directory());
  }

  /**
   * @param command how git is to call Ballast, in the words of a shell
   * @param externalDiff whether git is to leave the whole comparison to Ballast
   */
  public void install(String command, boolean externalDiff) {
    Path attributes = attributes();
    List<String> lines = others(attributes);
    lines.addAll(ATTRIBUTES);
    set("diff.ballast.textconv", command + " git textconv");
    if (externalDiff) {
      // A path may begin with a dash.
      set("diff.ballast.command", command + " git diff --");
    } else {
      git.run(List.of("config", "--local", "--unset-all", "diff.ballast.command"));
    }
    set("merge.ballast.name", "translation units, by Ballast");
    set("merge.ballast.driver", command + " git merge %O %A %B %P");
    set("difftool.ballast.cmd", command + " diff \"$LOCAL\" \"$REMOTE\" --color always || true");
    write(attributes, lines);
  }

  /** Whether there was anything to take away. */
  public boolean uninstall() {
    Path attributes = attributes();
    boolean found = false;
    for (String section : SECTIONS) {
      found |= git.run(List.of("config", "--local", "--remove-section", section)).status() == 0;
    }
    List<String> all = read(attributes);
    List<String> lines = others(attributes);
    if (lines.size() < all.size()) {
      write(attributes, lines);
      return true;
    }
    return found;
  }

  private void set(String key, String value) {
    git.require("config", "--local", key, value);
  }

  private Path attributes() {
    String path = git.require("rev-parse", "--git-path", "info/attributes").text().strip();
    return console.resolve(path);
  }

  private static List<String> others(Path attributes) {
    return new ArrayList<>(
        read(attributes).stream().filter(line -> !ATTRIBUTES.contains(line.strip())).toList());
  }

  private static List<String> read(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
    } catch (IOException e) {
      throw new InputException("cannot read \"" + file + "\": " + e.getMessage(), "", e);
    }
  }

  private static void write(Path file, List<String> lines) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, lines, UTF_8);
    } catch (IOException e) {
      throw new InputException("cannot write \"" + file + "\": " + e.getMessage(), "", e);
    }
  }
}
