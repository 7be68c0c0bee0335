package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.units.UnitFileImport;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a check of some texts does to the baseline of all. */
final class KnownFindingsTest extends CommandTest {

  private static final String OUT_OF_DATE = "no longer found";

  @BeforeEach
  void write() throws IOException {
    write("glossary/t.csv", "id,zh,en\nstone,压舱石,ballast stone\ntide,潮水,tide\n");
    write("a/一.zh.txt", "压舱石很重。\n\n船上有3个人。\n");
    write("a/一.en.txt", "The keystone is heavy.\n\nThere are 4 people on board.\n");
    write("a/b.zh.txt", "潮水退了。\n\n船上有5个人。\n");
    write("a/b.en.txt", "The water has gone.\n\nThere are 6 people on board.\n");
    write("c.tsv", "渡船离开了北岸。\tThe ferry left.\n");
  }

  private List<String> known() throws IOException {
    return Files.readAllLines(folder.resolve("known.tsv"), UTF_8);
  }

  /** What {@code ballast check} says with the baseline, below a folder. */
  private String check(String below, String... args) {
    String baseline = below.isEmpty() ? "known.tsv" : "../known.tsv";
    Outcome outcome =
        new CommandRunner(folder.resolve(below)).run(words("check --baseline " + baseline, args));
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.err();
  }

  private void update(String... texts) {
    check("", words("--update-baseline", texts));
  }

  @Test
  void aCheckOfOneArticleLeavesTheEntriesOfOthersAlone() throws IOException {
    update("a", "c.tsv");
    List<String> before = known();
    assertThat(before).hasSize(5);
    for (String[] one : new String[][] {{"a/一.zh.txt", "a/一.en.txt"}, {"c.tsv"}}) {
      assertThat(check("", one)).doesNotContain(OUT_OF_DATE);
      for (String upkeep : List.of("--prune", "--update-baseline")) {
        assertThat(check("", words(upkeep, one))).doesNotContain(OUT_OF_DATE);
        assertThat(known()).isEqualTo(before);
      }
    }
    write("a/一.en.txt", "The ballast stone is heavy.\n\nThere are 4 people on board.\n");
    write("a/b.en.txt", "The tide has gone.\n\nThere are 6 people on board.\n");
    assertThat(check("a", "一.zh.txt", "一.en.txt")).contains("1 finding of the baseline");
    assertThat(check("a", "一.zh.txt", "一.en.txt", "--prune")).contains("1 finding no longer");
    assertThat(known()).hasSize(4).anyMatch(line -> line.contains("tide"));
  }

  @Test
  void entriesOfAFileThatIsGoneGoWithACheckOfItsFolder() throws IOException {
    update("a", "c.tsv");
    Files.move(folder.resolve("a/一.zh.txt"), folder.resolve("a/二.zh.txt"));
    Files.move(folder.resolve("a/一.en.txt"), folder.resolve("a/二.en.txt"));
    assertThat(check("", "a", "--prune")).doesNotContain(OUT_OF_DATE);
    assertThat(known()).hasSize(5).anyMatch(line -> line.contains("a/二.en.txt"));
    Files.delete(folder.resolve("a/二.zh.txt"));
    Files.delete(folder.resolve("a/二.en.txt"));
    write("d/d.tsv", "他来了。\tHe has come.\n");
    assertThat(check("", "a/b.zh.txt", "a/b.en.txt", "d")).doesNotContain(OUT_OF_DATE);
    assertThat(check("a", ".")).contains("2 findings of the baseline");
    Files.delete(folder.resolve("a/b.zh.txt"));
    Files.delete(folder.resolve("a/b.en.txt"));
    assertThat(check("", ".", "--prune")).contains("4 findings no longer found");
    assertThat(known()).hasSize(1);
  }

  /** The article of a translation may be missing for now; its texts were not checked. */
  @Test
  void entriesOfAnArticleThatCannotBePairedStay() throws IOException {
    update("a");
    Files.delete(folder.resolve("a/b.zh.txt"));
    assertThat(check("", "a", "--prune", "--fail-on", "never"))
        .contains("a/b.en.txt is left out")
        .doesNotContain(OUT_OF_DATE);
    assertThat(known()).hasSize(5);
  }

  @Test
  void rulesAndTermsThatWereNotLookedForKeepTheirEntries() throws IOException {
    update("a");
    write("other.csv", "id,zh,en\ntide,潮水,ebb\n");
    write("a/一.en.txt", "The ballast stone is heavy.\n\nThere are 3 people on board.\n");
    write(
        "ballast.toml",
        """
        [rules.number-mismatch]
        files = ["**/b.en.txt"]
        [rules.term-missing]
        severity = 'error'
        """);
    assertThat(check("", "a", "--glossary", "other.csv", "--prune")).doesNotContain(OUT_OF_DATE);
    assertThat(check("", "a", "--term", "tide", "--prune")).doesNotContain(OUT_OF_DATE);
    assertThat(known()).hasSize(5);
    write("glossary/t.csv", "id,zh,en\ntide,潮水,tide\n");
    assertThat(check("", "a", "--prune")).contains("1 finding no longer found");
    Files.delete(folder.resolve("ballast.toml"));
    assertThat(check("", "a", "--prune")).contains("1 finding no longer found");
    assertThat(known()).hasSize(3);
  }

  @Test
  void whatTwoFilesSayDifferentlyStaysKnownIfOneIsChecked() throws IOException {
    write("d.tsv", "渡船离开了北岸。\tThe ferry has left.\n");
    update("c.tsv", "d.tsv");
    assertThat(known()).hasSize(2);
    for (String file : List.of("c.tsv", "d.tsv")) {
      assertThat(check("", file, "--prune")).doesNotContain(OUT_OF_DATE);
      update(file);
    }
    assertThat(known()).hasSize(2);
    write("c.tsv", "渡船离开了北岸。\tThe ferry has left.\n");
    assertThat(check("", "c.tsv", "d.tsv", "--prune")).contains("1 finding no longer found");
  }

  @Test
  void theMemoryAndFilesKeepEntriesOfTheirOwn() throws IOException {
    write("u.tsv", "压舱石很重。\tThe keystone is heavy.\n船上有3个人。\tThere are 4 people on board.\n");
    for (String memory : List.of("tm/memory.db", "other.db")) {
      new UnitFileImport(new CheckedFolder(folder).workplace(), Notices.NONE)
          .run(UnitFileImport.Request.of(Memories.at(folder.resolve(memory)), "u.tsv"));
    }
    Files.delete(folder.resolve("u.tsv"));
    update();
    update("a");
    assertThat(known()).hasSize(7).anyMatch(line -> line.contains("\t//\t"));
    for (String[] some :
        new String[][] {
          {"--status", "approved"}, {"--contains", "潮"}, {"--document", "a/b"}, {"."}, {}
        }) {
      assertThat(check("", words("--prune", some))).doesNotContain(OUT_OF_DATE);
    }
    assertThat(known()).hasSize(7);
    List<String> lines = new ArrayList<>(known());
    lines.replaceAll(line -> line.replace("\t//\t", "\t//gone\t").replace("tide", "stone"));
    lines.replaceAll(line -> line.replaceFirst("\\t[0-9a-f]{20}\\t1\\t//", "\t0\t1\t//"));
    Files.write(folder.resolve("known.tsv"), lines, UTF_8);
    run("check --tm other.db --baseline known.tsv --prune");
    assertThat(known()).isEqualTo(lines);
    run("check --baseline known.tsv --prune");
    assertThat(known()).hasSize(5).noneMatch(line -> line.contains("//"));
  }

  @Test
  void aPlainCheckAndOneOfChangesDoNotWriteTheBaseline() throws IOException {
    update("a");
    assertThat(folder.resolve("known.tsv").toFile().setLastModified(1_000_000_000_000L)).isTrue();
    check("", "a");
    check("", "a", "--prune");
    assertThat(folder.resolve("known.tsv").toFile().lastModified()).isEqualTo(1_000_000_000_000L);
  }
}
