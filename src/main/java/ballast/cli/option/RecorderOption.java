package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.memory.MemoryStore;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Who records articles or units. Not the {@code --author} of {@link FilterOptions}, which selects
 * units.
 */
public final class RecorderOption {

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who does this." + AuthorOption.NOTED)
  @Nullable String author;

  public boolean isGiven() {
    return author != null;
  }

  /**
   * The place where that person works; warns if the memory will note somebody else.
   *
   * @param memory that is written; null if none is
   */
  public Workplace workplace(Console console, Notices notices, @Nullable MemoryStore memory) {
    Workplace workplace = console.workplace();
    if (author == null) {
      AuthorOption.sayUnknown("--author", console, notices, memory);
      return workplace;
    }
    AuthorOption.warnOfAnother("--author", author, notices, memory);
    return workplace.withAuthor(author);
  }
}
