package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.UnitProgress;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds out why an operation on a memory failed. A value that the tables do not allow, where a page
 * is damaged, can make any class fail in any way; checking each value at each place would not be
 * complete. So the memory is verified when something failed: if it is damaged, that is the reason.
 * What fails on a sound memory is a mistake of Ballast and stays one.
 */
final class Diagnosis {

  private final Path file;

  Diagnosis(Path file) {
    this.file = file;
  }

  /**
   * The exception to throw for a failure.
   *
   * @param failure what was thrown; an {@link InputException} and what a caller's own code threw
   *     remain what they are
   */
  RuntimeException of(RuntimeException failure) {
    boolean isOpen = failure.getClass().getName().startsWith("java.");
    if (!isOpen || failure instanceof UncheckedIOException || !Files.isRegularFile(file)) {
      return failure;
    }
    List<String> problems = Verification.problems(file, UnitProgress.NONE);
    return problems.isEmpty() ? failure : SqliteErrors.damaged(file, problems.get(0), failure);
  }
}
