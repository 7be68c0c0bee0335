package ballast.cli.option;

import ballast.app.Workplace;
import ballast.app.project.MemoryChoice;
import ballast.cli.terminal.Console;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that selects the translation memory. */
public final class MemoryOptions {

  @Option(
      names = "--tm",
      paramLabel = "FILE",
      completionCandidates = FileNames.Memories.class,
      description =
          "The memory: a file, or the URL of one on a server. Default: BALLAST_TM, ballast.toml, or"
              + " tm/memory.db in this folder or one above it.")
  @Nullable String tm;

  /** Selects this memory, as {@code --tm} would. */
  public void choose(String file) {
    tm = file;
  }

  /** Its name as the user gave it; null if not given. */
  public @Nullable String chosen() {
    return tm;
  }

  /**
   * Where it is kept, for a command that only reads it: one that is named, with {@code --tm},
   * BALLAST_TM or in {@code ballast.toml}, is missed if there is none; null if none is named and
   * there is none.
   */
  public @Nullable MemoryStore missed(Console console) {
    MemoryStore store = store(console);
    return choice(console).isNamed(console.workplace()) || store.exists() ? store : null;
  }

  /** Where it is kept; it may not exist. */
  public MemoryStore store(Console console) {
    return store(console, console.workplace());
  }

  /** As {@link #store(Console)}; if none is chosen, that of the project around another folder. */
  public MemoryStore store(Console console, Workplace folder) {
    MemoryChoice choice = choice(console);
    return choice.in(choice.name().isEmpty() ? folder : console.workplace());
  }

  /** What messages call it. */
  public String shown(Console console) {
    MemoryStore store = store(console);
    return store.localFile().map(console::shown).orElseGet(store::toString);
  }

  private MemoryChoice choice(Console console) {
    return new MemoryChoice(tm == null ? console.environment().getOrDefault("BALLAST_TM", "") : tm);
  }

  /** Opens it; it must exist. */
  public Memory openForReading(Console console) {
    return store(console).openForReading();
  }
}
