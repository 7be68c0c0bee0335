package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.option.OutputOptions.Text;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that reads a memory and prints a report as text or JSON. */
public abstract class MemoryCommand extends ConsoleCommand {

  /** Minimum characters of the beginning of a unit's id. */
  private static final int MIN_BEGINNING = 4;

  private static final int MAX_NAMED = 5;

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

  protected final String unitId(String beginning) {
    return unitIds(List.of(beginning)).get(0);
  }

  /**
   * The ids of the only units whose ids begin so, as git has it for commits. What begins no id is
   * left as it is; the command says that there is no such unit.
   *
   * @throws InputException if several ids begin so
   */
  protected final List<String> unitIds(List<String> beginnings) {
    return beginnings.isEmpty()
        ? beginnings
        : ask(memory -> beginnings.stream().map(one -> unitId(memory, one)).toList());
  }

  private static String unitId(Memory memory, String beginning) {
    if (beginning.length() < MIN_BEGINNING) {
      return beginning;
    }
    List<String> found = memory.unitIds(beginning, MAX_NAMED + 1);
    if (found.size() > 1) {
      throw new InputException(
          "the ids of several units begin with \"%s\": %s%s"
              .formatted(
                  beginning,
                  String.join(", ", found.subList(0, Math.min(MAX_NAMED, found.size()))),
                  found.size() > MAX_NAMED ? ", ..." : ""),
          "give more of its characters");
    }
    return found.isEmpty() ? beginning : found.get(0);
  }

  protected final void print(Text asJson, Text asText) {
    print(json, asJson, asText);
  }
}
