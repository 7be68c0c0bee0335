package ballast.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.contract.Edits;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Doubtful units stay in the memory and are exported only when a person wants it. */
final class DoubtfulUnitsTest extends CommandTest {

  private Unit doubtful;

  @BeforeEach
  void alignAnArticle() throws IOException {
    Path shared = Path.of("src/test/resources/golden/shared");
    for (String language : List.of("zh", "en")) {
      Files.copy(
          shared.resolve("terminal-doubtful." + language + ".txt"),
          folder.resolve("a." + language + ".txt"));
    }
    run(0, "align a.zh.txt a.en.txt --tm tm.db");
    List<Unit> found =
        units("tm.db").stream().filter(unit -> unit.provenance().isDoubtful()).toList();
    assertThat(found).hasSize(1);
    doubtful = found.get(0);
  }

  @Test
  void anApprovedUnitIsAlwaysExported() throws IOException {
    judge(Unit.Status.APPROVED);
    assertThat(export().out()).contains("tuid=\"" + doubtful.id());
    assertThat(export().err()).doesNotContain("left out");
    run("align a.zh.txt a.en.txt --tm tm.db -o again.tmx");
    assertThat(read("again.tmx")).contains("tuid=\"" + doubtful.id());
  }

  @Test
  void aRejectedUnitIsNotExportedEvenWithAll() {
    judge(Unit.Status.REJECTED);
    assertThat(export("--all").out()).doesNotContain("tuid=\"" + doubtful.id());
  }

  @Test
  void ofManyDocumentsTheyAreLeftOutAndReviewedTogether() throws IOException {
    for (String language : List.of("zh", "en")) {
      Files.copy(
          folder.resolve("a." + language + ".txt"), folder.resolve("b." + language + ".txt"));
    }
    Outcome some = alignAll("-o", "some.tmx", "--review");
    assertThat(some.err()).contains("left out 2 doubtful units", "--all");
    assertThat(read("some.tmx")).doesNotContain("tuid=\"" + doubtful.id()).contains("<tu ");
    assertThat(some.out()).contains("a: the rest", "b: the rest");
    assertThat(some.out().indexOf("a: the rest")).isGreaterThan(some.out().indexOf("b: "));
    assertThat(alignAll("-o", "all.tmx", "--all").err()).doesNotContain("left out");
    assertThat(read("all.tmx")).contains("tuid=\"" + doubtful.id());
    assertThat(alignAll("--no-tm", "--format", "tmx").err()).contains("left out 2 doubtful units");
  }

  private Outcome alignAll(String... more) {
    return run(words("align . --tm tm.db", more));
  }

  private void judge(Unit.Status status) {
    try (Memory memory =
        Memories.at(folder.resolve("tm.db"))
            .openForWriting(WriteOptions.at(() -> CommandRunner.NOW))) {
      Edits.judge(memory, doubtful.id(), status, "mei");
    }
  }

  private Outcome export(String... more) {
    return run(words("tm export --tm tm.db", more));
  }
}
