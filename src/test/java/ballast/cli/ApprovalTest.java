package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.Approval;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.NewTexts;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.opening.Memories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Approving many units at once, some of which have errors. */
final class ApprovalTest extends CommandTest {

  private static final String MEMORY = "tm/memory.db";

  private void alignSample() throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    Files.copy(Path.of("glossary/diplomacy.csv"), folder.resolve("glossary/diplomacy.csv"));
    for (String name : List.of("ballast-stone.zh.txt", "ballast-stone.en.txt")) {
      Files.copy(Path.of("tm/articles", name), folder.resolve(name));
    }
    run(0, "align ballast-stone.zh.txt ballast-stone.en.txt -q");
  }

  private void take(String units) throws IOException {
    write("units.tsv", units);
    run(0, "tm import units.tsv -q");
  }

  private List<Unit> approved() {
    return units(MEMORY).stream()
        .filter(unit -> unit.provenance().status() == Unit.Status.APPROVED)
        .toList();
  }

  @Test
  void theSampleArticleIsApprovedWithoutItsErrorsAndIsCleanAfterwards() throws IOException {
    alignSample();
    String named =
        """
        42 units to approve; 3 have errors and will be left out (--with-errors takes them):
          unit fdb11201ae47  ballast-stone:13:1: 三分之二 became three-quarters [number-mismatch]
        """;
    assertThat(
            run(1, "tm approve --min-confidence 0.8 --dry-run")
                .err()
                .replaceAll("unit [0-9a-f]{12}", "unit fdb11201ae47"))
        .startsWith(named)
        .endsWith("would have approved 42 units of ballast-stone; nothing was written\n");
    assertThat(approved()).isEmpty();
    assertThat(run(1, "tm approve --min-confidence 0.8").err())
        .contains("became three-quarters", "\"cornerstone\" is not to be used")
        .endsWith("approved 42 units of ballast-stone\n");
    assertThat(approved()).hasSize(42);
    assertThat(run(0, "check --status approved --fail-on error").err()).contains("0 errors");
    assertThat(run(1, "check --fail-on error").err()).contains("3 errors");
    assertThat(run(0, "tm approve --min-confidence 0.8 --with-errors").err())
        .startsWith("3 units to approve; 3 have errors:\n")
        .endsWith("approved 3 units of ballast-stone; 42 were approved already\n");
  }

  @Test
  void aUnitNamedByItsIdIsApprovedAndItsErrorsAreNamed() throws IOException {
    take("三分之二的船都到了。\tThree-quarters of the ships arrived.\n");
    String unit = units(MEMORY).get(0).id();
    assertThat(run(0, "tm approve " + unit).err())
        .startsWith("1 unit to approve; 1 has errors:\n  unit " + unit)
        .contains("[number-mismatch]")
        .endsWith("approved 1 unit\n");
  }

  @Test
  void jsonHasTheUnitsLeftOutWithTheirErrors() throws IOException {
    take("三分之二的船都到了。\tThree-quarters of the ships arrived.\n雾散了。\tThe fog lifted.\n");
    JsonNode json = new ObjectMapper().readTree(run(1, "tm approve --all --json").out());
    assertThat(json.path("changed").asInt()).isEqualTo(1);
    JsonNode left = json.path("units").get(0);
    assertThat(left.path("changed").isBoolean() && !left.path("changed").asBoolean()).isTrue();
    assertThat(left.path("after").path("status").asText()).isEqualTo("draft");
    assertThat(left.path("errors").toString()).contains("became Three-quarters [number-mismatch]");
    assertThat(json.path("units").get(1).has("errors")).isFalse();
    json = new ObjectMapper().readTree(run(0, "tm approve --all --with-errors --json").out());
    assertThat(json.path("units").get(0).path("changed").asBoolean()).isTrue();
    assertThat(json.path("units").get(0).path("errors")).hasSize(1);
  }

  /** Each unit left out makes the next one of the same translation the first that differs. */
  @Test
  void unitsThatDifferFromApprovedOnesAreLeftOutIfThatIsAnError() throws IOException {
    write("ballast.toml", "[rules]\ninconsistent-translation = \"error\"\n");
    take(
        """
        source\ttarget\tdocument
        船在早上离开了港口。\tThe vessel sailed at dawn.\ta
        船在早上离开了港口！\tThe vessel sailed at dawn.\tb
        雾散了以后人们都来看。\tWhen the fog lifted, all came to look.\tc
        船在早上离开了港口。\tThe ship left port in the morning.\td
        """);
    run(0, "tm approve -q " + units(MEMORY).get(3).id());
    assertThat(run(1, "tm approve --all").err())
        .startsWith("1 unit to approve; 2 have errors")
        .endsWith("approved 1 unit of c; 1 was approved already\n");
    run(0, "check --status approved");
    run(1, "check");
  }

  @Test
  void findingsWaivedOrInTheBaselineOrNoErrorsLeaveNothingOut() throws IOException {
    take("三分之二的船都到了。\tThree-quarters of the ships arrived.\n雾散了。\tThe fog lifted.\n");
    write("ballast.toml", "[check]\nbaseline = \"known.tsv\"\n");
    run(0, "check --update-baseline");
    assertThat(run(0, "tm approve --all").err())
        .isEqualTo("2 units to approve\napproved 2 units\n");
    run(0, "tm undo");
    write("ballast.toml", "[rules]\nnumber-mismatch = \"warning\"\n");
    assertThat(run(0, "tm approve --all").err())
        .isEqualTo("2 units to approve\napproved 2 units\n");
  }

  @Test
  void rejectedUnitsStayRejectedUnlessTheyAreNamed() throws IOException {
    take("船都到了。\tThe ships arrived.\n雾散了。\tThe fog lifted.\n");
    run(0, "tm reject " + units(MEMORY).get(0).id());
    assertThat(run(0, "tm approve --all").err()).isEqualTo("approved 1 unit\n");
    assertThat(run(0, "tm approve --status rejected").err()).isEqualTo("approved 1 unit\n");
    run(0, "tm undo");
    assertThat(run(0, "tm approve " + units(MEMORY).get(0).id()).err())
        .isEqualTo("approved 1 unit\n");
  }

  @Test
  void longListsAreCut() throws IOException {
    StringBuilder units = new StringBuilder();
    for (int i = 10; i < 22; i++) {
      units.append("港口里有" + i + "条船。\tThere were " + (i + 50) + " ships in the port.\n");
    }
    take(units.toString());
    assertThat(run(1, "tm approve --all").err())
        .contains("0 units to approve; 12 have errors", "  2 more; -v lists them\n")
        .endsWith("approved 0 units\n");
    assertThat(
            run(1, "tm approve --all -v")
                .err()
                .lines()
                .filter(line -> line.contains("number-mismatch")))
        .hasSize(12);
  }

  @Test
  void aUnitChangedDuringTheCheckStopsTheApproval() throws IOException {
    take("雾散了。\tThe fog lifted.\n风停了。\tThe wind fell.\n");
    EditScope all = EditScope.of(Memories.at(folder.resolve(MEMORY)));
    Workplace workplace = Workplace.in(folder);
    Approval approval = new Approval(all, workplace, Notices.NONE, Lexicon.bundledWhenNeeded());
    new MemoryEdits(workplace)
        .rewrite(all, units(MEMORY).get(1).id(), new NewTexts(null, "Theirs.", false), edit -> {});
    assertThatThrownBy(() -> approval.run(true, (edit, errors) -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("was changed while the units were checked");
    assertThat(approved()).isEmpty();
  }
}
