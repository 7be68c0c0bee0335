package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.cli.CommandRunner.Outcome;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A test that runs commands in its folder, given as one line of a shell or as words. */
public abstract class CommandTest extends FolderTest {

  protected final Outcome run(String line) {
    return run(ShellWords.split(line));
  }

  protected Outcome run(String... words) {
    return runner().run(words);
  }

  protected CommandRunner runner() {
    return new CommandRunner(folder);
  }

  /** Runs a command that must end with this status. */
  protected final Outcome run(int status, String line) {
    return run(status, ShellWords.split(line));
  }

  protected final Outcome run(int status, String... words) {
    Outcome outcome = run(words);
    assertThat(outcome.status())
        .as("%s%n%s", String.join(" ", words), outcome.err())
        .isEqualTo(status);
    return outcome;
  }

  /** The words of a line, and more of them. */
  protected static String[] words(String line, String... more) {
    return Stream.of(ShellWords.split(line), more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** Ballast in a process of its own, in the folder of the test. */
  protected final ProcessBuilder program(String... words) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String[] start = {java, "-cp", System.getProperty("java.class.path"), "ballast.cli.Main"};
    String[] command = Stream.of(start, words).flatMap(Stream::of).toArray(String[]::new);
    return new ProcessBuilder(command).directory(folder.toFile());
  }
}
