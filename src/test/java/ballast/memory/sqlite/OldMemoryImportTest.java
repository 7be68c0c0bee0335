package ballast.memory.sqlite;

import static ballast.memory.contract.ImportedUnits.NOW;
import static ballast.memory.contract.ImportedUnits.unit;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.UnitImport.ImportFate;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldMemoryImportTest {

  @TempDir Path directory;

  @Test
  void aMemoryOfAnEarlierVersionTakesImports() throws SQLException {
    Path file = directory.resolve("old.db");
    try (Database old = MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(2))) {
      for (String statement : SchemaTest.secondVersion()) {
        old.execute(statement);
      }
    }
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      List<ImportFate> fates = new ArrayList<>();
      Provenance from = new Provenance("", 0, "", NOW, NOW, 1, Unit.Status.DRAFT);
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, "mei", false),
          units -> {
            fates.add(units.take(new ImportedUnit(unit("甲。", "A.", from), false, false)));
            fates.add(units.take(new ImportedUnit(unit("甲。", "B.", from), false, false)));
          });
      assertThat(fates).containsExactly(ImportFate.MERGED, ImportFate.ADDED);
      assertThat(memory.verify()).isEmpty();
    }
  }
}
