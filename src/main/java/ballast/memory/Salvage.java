package ballast.memory;

import java.util.List;

/**
 * What could be saved of a damaged memory.
 *
 * @param units that were read
 * @param lost that could not be read; an upper bound where a whole stretch of rows is gone
 * @param isOpen whether it is not known how many more are lost
 * @param problems what is lost, in words, and what had to be guessed
 */
public record Salvage(int units, long lost, boolean isOpen, List<String> problems) {

  public Salvage {
    problems = List.copyOf(problems);
  }
}
