package ballast.cli.option;

import ballast.app.Workplace;
import ballast.app.project.MemoryChoice;
import ballast.cli.terminal.Console;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

public final class MemoryOptions {

  @Option(
      names = "--tm",
      paramLabel = "FILE",
      completionCandidates = FileNames.Memories.class,
      description =
          "The memory: a file, or the URL of one on a server. Default: BALLAST_TM, ballast.toml, or"
              + " tm/memory.db in this folder or one above it.")
  @Nullable String tm;

  public void choose(String file) {
    tm = file;
  }

  /** The name as the user gave it, or null. */
  public @Nullable String chosen() {
    return tm;
  }

  /**
   * The store for a command that only reads. If the memory was named with {@code --tm}, BALLAST_TM
   * or in {@code ballast.toml}, the store is returned even if it does not exist, so that reading
   * fails. Null if no memory is named and the default one does not exist.
   */
  public @Nullable MemoryStore missed(Console console) {
    MemoryStore store = store(console);
    return choice(console).isNamed(console.workplace()) || store.exists() ? store : null;
  }

  /** The store, which may not exist. */
  public MemoryStore store(Console console) {
    return store(console, console.workplace());
  }

  /**
   * Like {@link #store(Console)}. If no memory is named, returns that of the project around {@code
   * folder}.
   */
  public MemoryStore store(Console console, Workplace folder) {
    MemoryChoice choice = choice(console);
    return choice.in(choice.name().isEmpty() ? folder : console.workplace());
  }

  public String shown(Console console) {
    MemoryStore store = store(console);
    return store.localFile().map(console::shown).orElseGet(store::toString);
  }

  private MemoryChoice choice(Console console) {
    return new MemoryChoice(tm == null ? console.environment().getOrDefault("BALLAST_TM", "") : tm);
  }

  /**
   * @throws ballast.bitext.InputException if the memory does not exist
   */
  public Memory openForReading(Console console) {
    return store(console).openForReading();
  }
}
