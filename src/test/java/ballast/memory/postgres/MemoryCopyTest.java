package ballast.memory.postgres;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Edits;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A memory moves from a file to a server and back, and stays what it is. */
final class MemoryCopyTest {

  private static void fill(Memory memory) {
    memory.addRevision(revision("文章", "甲。", "Grain one.", "乙。", "Grain two."));
    memory.addRevision(revision("文章", "甲。", "Grain one.", "丙。", "Grain three."));
    memory.addRevision(revision("𠮷", "丁。", "Four.", "戊。", "Five."));
    memory.addRevision(
        Revisions.with(
            revision("\uFF5A", "己。", "Six."),
            List.of(new Bead(new Range(0, 1), new Range(0, 1), 1, List.of())),
            /* bead= */ 2,
            "不译。"));
    ImportedUnits.take(memory, 3_000, i -> ImportedUnits.plain("第" + i + "句。", "No. " + i));
    UnitFilter first = UnitFilter.CURRENT.named(Set.of(current(memory).get(0).id()));
    Edits.judge(memory, first, Unit.Status.APPROVED);
    Edits.replace(memory, UnitFilter.CURRENT, "Grain", "Rice");
    Edits.delete(memory, first);
    memory.care().undo(Edits.MEI);
  }

  private static List<Object> said(Memory memory) {
    List<Object> said = new ArrayList<>();
    said.addAll(all(memory, UnitFilter.CURRENT.withRetired()));
    said.addAll(all(memory, UnitFilter.CURRENT.onlyDeleted()));
    memory
        .documents()
        .forEach(
            document -> {
              said.add(document);
              said.addAll(memory.revisions(document.name()));
              said.addAll(memory.history(document.name()));
              said.addAll(memory.unitsAt(document.name(), 1));
              said.addAll(memory.beads(document.name()));
            });
    said.addAll(memory.looseTexts(Set.of()));
    said.addAll(memory.care().commands(100));
    said.add(memory.comments());
    return said;
  }

  @Test
  void aMemoryThatMovesStaysWhatItIs(@TempDir Path folder) {
    SqliteStore first = new SqliteStore(folder.resolve("first.db"));
    PostgresStore server = PostgresServer.get().made(folder);
    SqliteStore last = new SqliteStore(folder.resolve("last.db"));
    try (SqlMemory memory = first.openForWriting(Revisions.options());
        SqlMemory copy = server.openForWriting(Revisions.options());
        SqlMemory back = last.openForWriting(Revisions.options())) {
      fill(memory);
      assertThat(copy.copyFrom(memory)).isEqualTo(3_006);
      assertThat(said(copy)).isEqualTo(said(memory));
      assertThat(back.copyFrom(copy)).isEqualTo(3_006);
      assertThat(said(back)).isEqualTo(said(memory));
      for (SqlMemory any : List.of(memory, copy, back)) {
        assertThat(any.verify()).isEmpty();
        assertThat(any.verifyIndex(20)).isEmpty();
      }
    }
    // Life goes on in the same way: ids, undo, pins.
    PostgresServer.get().setClock(Revisions.NOON);
    List<List<Object>> later = new ArrayList<>();
    for (SqlMemory any :
        List.of(
            first.openForWriting(Revisions.options()),
            server.openForWriting(Revisions.options()),
            last.openForWriting(Revisions.options()))) {
      try (any) {
        // The server's user, so that the authors are the same everywhere.
        Origin tester = new Origin(PostgresServer.USER, "");
        assertThat(any.care().reverse(true, Choice.of("ming"), tester)).isPresent();
        assertThat(any.care().reverse(false, Choice.of("ming"), tester)).isPresent();
        any.addRevision(
            Revisions.revisionBy(PostgresServer.USER, "文章", "甲。", "Rice one.", "庚。", "Seven."));
        later.add(said(any));
        assertThat(any.verify()).isEmpty();
      }
    }
    assertThat(later.get(1)).isEqualTo(later.get(0));
    assertThat(later.get(2)).isEqualTo(later.get(0));
  }

  @Test
  void nothingIsCopiedIntoAMemoryThatHoldsUnits(@TempDir Path folder) {
    SqliteStore full = new SqliteStore(folder.resolve("full.db"));
    PostgresStore server = PostgresServer.get().made(folder);
    try (SqlMemory memory = full.openForWriting(Revisions.options());
        SqlMemory copy = server.openForWriting(Revisions.options())) {
      memory.addRevision(revision("doc", "甲。", "A."));
      copy.addRevision(revision("other", "乙。", "B."));
      assertRefused(() -> copy.copyFrom(memory), "it is not empty");
      assertThat(copy.documents()).hasSize(1);
    }
  }
}
