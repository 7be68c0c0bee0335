package ballast.cli.option;

import ballast.cli.option.OutputOptions.Text;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that reads a memory and prints a report as text or JSON. */
public abstract class MemoryCommand extends ConsoleCommand {

  @Mixin protected MemoryOptions memory = new MemoryOptions();

  @Option(names = "--json", description = "Print JSON.", order = LAST)
  protected boolean json;

  /** The memory, which may not exist. */
  protected final MemoryStore store() {
    return memory.store(console);
  }

  /**
   * Opens the memory for a question and closes it before the answer is printed.
   *
   * @throws ballast.bitext.InputException if the memory does not exist
   */
  protected final <T> T ask(Function<Memory, T> question) {
    try (Memory opened = store().openForReading()) {
      return question.apply(opened);
    }
  }

  protected final void print(Text asJson, Text asText) {
    print(json, asJson, asText);
  }
}
