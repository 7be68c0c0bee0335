package ballast.workflow.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Provenance;
import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.ImportOptions;
import ballast.memory.ImportedUnit;
import ballast.memory.Memory;
import ballast.memory.OnDuplicate;
import ballast.memory.Origin;
import ballast.memory.UnitFilter;
import ballast.memory.WriteOptions;
import ballast.memory.opening.Memories;
import ballast.workflow.Workplace;
import ballast.workflow.memory.TranslationCorrection.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranslationCorrectionTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fill() {
    file = folder.resolve("a.db");
    try (Memory memory =
        Memories.at(file).openForWriting(WriteOptions.at(InstantSource.fixed(NOW)))) {
      memory.importUnits(
          new ImportOptions(OnDuplicate.KEEP, "mei"),
          units -> {
            units.add(unit("桥修好了。", "The bridge is mended.", List.of()));
            units.add(
                unit(
                    "港口有雾。",
                    "Fog lies on the port.",
                    List.of(new InlineCode(Side.TARGET, 12, "ph", List.of(), ""))));
          });
    }
  }
}
