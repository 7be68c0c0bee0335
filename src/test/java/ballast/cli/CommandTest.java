package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.bitext.Unit;
import ballast.cli.CommandRunner.Outcome;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    return ended(status, run(words), words);
  }

  /** Runs a command that must end with this status where there are these variables and no more. */
  protected final Outcome run(int status, Map<String, String> environment, String line) {
    String[] words = ShellWords.split(line);
    return ended(status, new CommandRunner(folder, environment, 0).run(words), words);
  }

  private static Outcome ended(int status, Outcome outcome, String... words) {
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

  /** The current units of a memory in the folder. */
  protected final List<Unit> units(String memory) {
    List<Unit> units = new ArrayList<>();
    try (Memory tm = Memories.at(folder.resolve(memory)).openForReading()) {
      tm.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }
}
