package ballast.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the {@code git} on the PATH in the work tree of a folder. */
public record Git(Path directory) {

  /** The status, standard output and standard error of a command. */
  public record Result(int status, String text, String err) {}

  /**
   * @throws InputException if there is no git
   */
  public Result run(List<String> arguments) {
    return run(arguments, null);
  }

  private Result run(List<String> arguments, @Nullable Path to) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    try {
      Path err = Files.createTempFile("ballast-git", ".err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command).directory(directory.toFile()).redirectError(err.toFile());
        if (to != null) {
          builder.redirectOutput(to.toFile());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, Files.readString(err).strip());
      } finally {
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new InputException("cannot run git: " + e.getMessage(), "install git", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while git was running", e);
    }
  }

  /**
   * Runs a command that must succeed.
   *
   * @throws InputException with git's message if it fails
   */
  public Result require(String... arguments) {
    return required(run(List.of(arguments)), arguments[0]);
  }

  private static Result required(Result result, String command) {
    if (result.status() != 0) {
      String why = result.err().lines().findFirst().orElse("status " + result.status());
      throw new InputException("git " + command + " failed: " + why, "");
    }
    return result;
  }

  /**
   * Resolves the name of a commit.
   *
   * @throws InputException if there is no such commit
   */
  public String commit(String revision) {
    Result found =
        run(
            List.of(
                "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"));
    if (found.status() != 0) {
      require("rev-parse", "--show-toplevel"); // no work tree: git's own message
      throw new InputException(
          "there is no revision \"" + revision + "\" in this repository",
          "a commit, branch or tag, for example HEAD~1");
    }
    return found.text().strip();
  }

  /**
   * Lists files that differ between the commit and the work tree, relative to the folder.
   *
   * @param how {@code M} for changed files, {@code A} for those that only the work tree has and git
   *     knows, {@code D} for those that only the commit has
   */
  List<String> differing(String how, String commit, List<String> paths) {
    List<String> command = new ArrayList<>(List.of("diff", "--name-only", "-z", "--no-renames"));
    // Names are relative to the top, because relative ones would omit files outside the folder.
    command.addAll(List.of("--no-relative", "--diff-filter=" + how, commit, "--"));
    command.addAll(paths.isEmpty() ? List.of(".") : paths);
    String names = require(command.toArray(new String[0])).text();
    Path here = Path.of(require("rev-parse", "--show-prefix").text().replaceFirst("\n$", ""));
    return Arrays.stream(names.split("\0"))
        .filter(name -> !name.isEmpty())
        .map(name -> here.relativize(Path.of(name)).toString().replace('\\', '/'))
        .toList();
  }

  /** Whether git knows a file with this path, or in it, now or in the commit. */
  boolean knows(String path, String commit) {
    return !require("ls-files", "--", path).text().isEmpty()
        || !require("ls-tree", "--name-only", commit, "--", path).text().isEmpty();
  }

  /**
   * Copies a file of a commit, of any size, with the encoding and line ends that it has in the work
   * tree. Its path is relative to the folder.
   */
  public void save(String commit, String path, Path to) {
    List<String> command = List.of("cat-file", "--filters", commit + ":./" + path);
    required(run(command, to), command.get(0));
  }
}
