package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import ballast.workflow.project.Project;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that selects the translation memory. */
public final class MemoryOptions {

  @Option(
      names = "--tm",
      paramLabel = "FILE",
      description = "The memory. Default: tm/memory.db in this folder or one above it.")
  @Nullable String tm;

  /** Selects this memory, as {@code --tm} would. */
  public void choose(String file) {
    tm = file;
  }

  /** Its name as the user gave it; null if not given. */
  public @Nullable String chosen() {
    return tm;
  }

  /** Its file, which may not exist. */
  public Path path(Console console) {
    return tm == null ? Project.around(console.directory()).memory() : console.resolve(tm);
  }

  /** Opens it; it must exist. */
  public Memory openForReading(Console console) {
    return Memories.at(path(console)).openForReading();
  }
}
