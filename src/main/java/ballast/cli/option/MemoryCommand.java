package ballast.cli.option;

import ballast.cli.option.OutputOptions.Text;
import ballast.cli.terminal.Console;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that reads a memory and prints a report as text or JSON. */
public abstract class MemoryCommand extends ConsoleCommand {

  @Mixin protected MemoryOptions memory = new MemoryOptions();

  @Option(names = "--json", description = "Print JSON.", order = LAST)
  protected boolean json;

  protected MemoryCommand(Console console) {
    super(console);
  }

  /** The memory, which may not exist. */
  protected final MemoryStore store() {
    return memory.store(console);
  }

  /**
   * @throws ballast.bitext.InputException if the memory does not exist
   */
  protected final Memory openMemory() {
    return store().openForReading();
  }

  protected final void print(Text asJson, Text asText) {
    print(json, asJson, asText);
  }
}
