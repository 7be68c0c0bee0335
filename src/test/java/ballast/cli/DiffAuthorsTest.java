package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ballast diff} of revisions of a memory says who made them and who changed what. */
final class DiffAuthorsTest extends CommandTest {

  private static final String FIRST =
      "Fog lies on the harbour.\nTwelve ships wait.\nA lamp is lit.\n";

  private int second;

  private String as(String user, String line) {
    Outcome outcome =
        new CommandRunner(
                folder, Map.of("USER", user), 0, () -> CommandRunner.NOW.plusSeconds(second++), 0)
            .run(ShellWords.split(line));
    assertThat(outcome.err()).doesNotContain("error:");
    return outcome.out();
  }

  private void align(String user, String english) throws IOException {
    write("港口.en.txt", english);
    as(user, "align 港口.zh.txt 港口.en.txt --presegmented");
  }

  @BeforeEach
  void makeRevisions() throws IOException {
    Files.createDirectory(folder.resolve("tm"));
    write("港口.zh.txt", "港口有雾。\n十二艘船在等。\n灯亮了。\n");
    align("ann", FIRST);
    String unit = as("ann", "tm export --contains lamp");
    String uid = unit.replaceAll("(?s).*tuid=\"([0-9a-f]+)\".*", "$1");
    as("bob", "tm edit " + uid + " --target 'A lamp shines.'");
    align("cao", FIRST.replace("A lamp is lit.", "A lamp shines.").replace("Twelve", "Ten"));
    align(
        "dan",
        FIRST
            .replace("A lamp is lit.", "A lamp shines.")
            .replace("Twelve", "Ten")
            .replace("lies on", "covers"));
    as("eve", "tm edit " + uid + " --target 'The lamp shines.'");
  }

  @Test
  void theTextNamesWhoMadeTheRevisionsAndWhoChangedASentenceBetweenThem() {
    assertThat(as("mei", "diff 港口 1 3"))
        .containsPattern("old +港口 revision 1, 2026-02-14T08:30:\\d\\dZ, ann\n")
        .containsPattern("new +港口 revision 3, 2026-02-14T08:30:\\d\\dZ, dan\n")
        .containsPattern("(?m)^  changed by bob, 2026-02-14T08:30:\\d\\dZ\n  灯亮了。")
        .containsPattern("(?m)^  revision 2 by cao, 2026-02-14T08:30:\\d\\dZ\n  十二艘船在等。")
        .doesNotContain("eve", "revision 3 by");
  }

  @Test
  void ofTwoRevisionsOneAfterTheOtherOnlyWhatWasChangedInTheMemoryIsSaid() {
    assertThat(as("mei", "diff 港口 2 3")).doesNotContain("bob", "changed by");
    assertThat(as("mei", "diff 港口 2 1"))
        .containsPattern("(?m)^  changed by bob, 2026-02-14T08:30:\\d\\dZ\n  灯亮了。")
        .doesNotContain("dan");
  }

  @Test
  void jsonAndPageNameThemToo() {
    assertThat(as("mei", "diff 港口 1 3 --format json"))
        .containsPattern(
            "\"old\":\\{[^}]*\"revision\":1,\"at\":\"2026-02-14T08:30:\\d\\dZ\",\"author\":\"ann\"")
        .containsPattern("\"authors\":\\[\\{\"author\":\"bob\",\"at\":\"2026[^\"]*\"}]")
        .containsPattern("\"authors\":\\[\\{\"author\":\"cao\",\"at\":\"[^\"]*\",\"revision\":2}]");
    assertThat(as("mei", "diff 港口 1 3 --format html"))
        .contains("Z, dan<br>", "Z, ann</p>", "changed by bob, 2026-", "revision 2 by cao");
  }

  @Test
  void filesHaveNoAuthors() throws IOException {
    write("other.en.txt", FIRST);
    assertThat(as("mei", "diff other.en.txt 港口.en.txt")).doesNotContain("old  ", "changed by");
    assertThat(as("mei", "diff other.en.txt 港口.en.txt --format json")).doesNotContain("author");
  }
}
