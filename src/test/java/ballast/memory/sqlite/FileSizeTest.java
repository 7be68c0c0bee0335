package ballast.memory.sqlite;

import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.Revision;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSizeTest {

  private static SqlMemory open(Path folder) {
    return new SqliteStore(folder.resolve("memory.db")).openForWriting(Revisions.options());
  }

  @Test
  void aMemoryCostsLessThanTwiceItsText(@TempDir Path folder) {
    Revision.New revision = Revisions.large("doc", 20_000, 1);
    long text =
        revision.units().stream()
            .mapToLong(unit -> 3L * unit.source().length() + unit.target().length())
            .sum();
    // These sentences are short, 130 bytes; a unit's own cost does not grow with its text, and 300
    // bytes are usual. The index takes a byte or so for each character and each English word.
    long unitBytes = 190L * revision.units().size();
    try (SqlMemory memory = open(folder)) {
      memory.addRevision(revision);
    }
    try (SqlMemory memory = new SqliteStore(folder.resolve("memory.db")).openForReading()) {
      long size = memory.statistics().fileSize();
      assertThat(size).isLessThan(text + unitBytes);
    }
  }
}
