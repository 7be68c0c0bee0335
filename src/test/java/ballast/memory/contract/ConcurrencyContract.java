package ballast.memory.contract;

import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import org.junit.jupiter.api.Test;

abstract class ConcurrencyContract extends OpenMemoryContract {

  ConcurrencyContract(StoreUnderTest stores) {
    super(stores);
  }

  @Test
  void aReaderSeesOneStateWhileAWriterGoesOn() {
    try (Memory writer = open(folder)) {
      writer.addRevision(revision("doc", "甲", "a", "乙", "b"));
      try (Memory reader = read(folder)) {
        reader.forEachUnit(
            UnitFilter.CURRENT,
            unit -> {
              writer.addRevision(revision(unit.source(), "丙", "c"));
              assertThat(reader.documents()).hasSize(1);
            });
        assertThat(reader.documents()).hasSize(3);
      }
    }
  }

  @Test
  void writingWhileReadingTheSameMemoryIsAMistake() {
    memory.addRevision(revision("doc", "甲", "a"));
    assertThatThrownBy(
            () ->
                memory.forEachUnit(
                    UnitFilter.CURRENT, unit -> memory.addRevision(revision("doc", "乙", "b"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(all(memory, UnitFilter.CURRENT)).hasSize(1);
  }
}
