package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks the git of the PATH about the work tree around a folder. */
final class Git {

  private final Path directory;

  Git(Path directory) {
    this.directory = directory;
  }

  /** What a git command did. */
  static final class Result {
    private final int status;
    private final byte[] out;
    private final String err;

    private Result(int status, byte[] out, String err) {
      this.status = status;
      this.out = out;
      this.err = err;
    }

    int status() {
      return status;
    }

    /** What it wrote to standard output. */
    byte[] out() {
      return out.clone();
    }

    String text() {
      return new String(out, UTF_8);
    }

    String err() {
      return err;
    }
  }

  /**
   * Runs a command.
   *
   * @throws InputException if there is no git
   */
  Result run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    try {
      Path err = Files.createTempFile("ballast-git", ".err");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        byte[] out = process.getInputStream().readAllBytes();
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
   * @throws InputException with what git says if it does not
   */
  Result require(String... arguments) {
    Result result = run(List.of(arguments));
    if (result.status() != 0) {
      String why = result.err().lines().findFirst().orElse("status " + result.status());
      throw new InputException("git " + arguments[0] + " failed: " + why, "");
    }
    return result;
  }

  /**
   * The commit that a name means.
   *
   * @throws InputException if it means none
   */
  String commit(String revision) {
    Result found =
        run(
            List.of(
                "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"));
    if (found.status() != 0) {
      require("rev-parse", "--show-toplevel"); // not a work tree at all: git's own words
      throw new InputException(
          "there is no revision \"" + revision + "\" in this repository",
          "a commit, branch or tag, for example HEAD~1");
    }
    return found.text().strip();
  }

  /** The files that are in the commit and in the work tree, and not the same; from here. */
  List<String> changed(String commit, List<String> paths) {
    List<String> command =
        new ArrayList<>(
            List.of("diff", "--name-only", "-z", "--relative", "--diff-filter=M", commit, "--"));
    command.addAll(paths);
    String names = require(command.toArray(new String[0])).text();
    return Arrays.stream(names.split("\0")).filter(name -> !name.isEmpty()).toList();
  }

  /** The bytes of a file in a commit; its path is seen from here. */
  byte[] show(String commit, String path) {
    return require("cat-file", "blob", commit + ":./" + path).out();
  }
}
