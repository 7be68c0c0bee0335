package ballast.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets up a git repository to compare and merge translations with Ballast. Writes sections of
 * {@code .git/config} and lines of {@code .git/info/attributes}. Nothing of this is committed, and
 * other settings stay untouched.
 *
 * <pre>{@code
 * GitInstallation installation = new GitInstallation(Workplace.in(folder));
 * installation.install("ballast", false);
 * installation.uninstall();
 * }</pre>
 */
public final class GitInstallation {

  private static final List<String> SECTIONS =
      List.of("diff.ballast", "merge.ballast", "difftool.ballast");

  private static final List<String> ATTRIBUTES =
      List.of(
          "*.tmx diff=ballast merge=ballast",
          "*.db diff=ballast",
          "*.docx diff=ballast",
          "*.odt diff=ballast",
          "*.pptx diff=ballast",
          "*.xlsx diff=ballast");

  private final Workplace workplace;
  private final Git git;

  /**
   * @param workplace in the work tree of the repository
   */
  public GitInstallation(Workplace workplace) {
    this.workplace = workplace;
    this.git = new Git(workplace.directory());
  }

  /**
   * Writes the settings, overwriting those of an earlier installation.
   *
   * @param command the shell command with which git calls Ballast
   * @param externalDiff whether git leaves the whole comparison to Ballast; otherwise it compares
   *     the units or sentences as text
   * @throws InputException if the workplace is not in a work tree
   */
  public void install(String command, boolean externalDiff) {
    Path attributes = attributes();
    List<String> lines = others(attributes);
    lines.addAll(ATTRIBUTES);
    set("diff.ballast.textconv", command + " git textconv --");
    if (externalDiff) {
      // A path may begin with a dash.
      set("diff.ballast.command", command + " git diff --");
    } else {
      git.run(List.of("config", "--local", "--unset-all", "diff.ballast.command"));
    }
    set("merge.ballast.name", "translation units, by Ballast");
    set("merge.ballast.driver", command + " git merge -- %O %A %B %P");
    set("difftool.ballast.cmd", command + " diff \"$LOCAL\" \"$REMOTE\" --color always || true");
    write(attributes, lines);
  }

  /**
   * Removes the settings.
   *
   * @return whether there were any
   */
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
    return workplace.resolve(path);
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
