package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the memory does not hold is not said to be unchanged. */
final class NotComparedTest {

  private static final String[] ENGLISH = {
    "The ferry leaves the old port every hour.",
    "Volunteers look after the lighthouse on the island.",
    "In winter the fishermen repair their nets at home.",
    "The museum opened its doors to visitors in 1998."
  };

  @TempDir Path folder;

  @Test
  void aSentenceThatWasAddedToTheTranslationIsNotCompared() throws IOException {
    Files.writeString(
        folder.resolve("a.zh.txt"),
        "渡轮每小时从老港口开出一班。\n志愿者照看岛上的灯塔。\n冬天渔民在家里修补渔网。\n博物馆于1998年向游客开放。\n",
        UTF_8);
    align(String.join("\n", ENGLISH));
    align(
        String.join("\n", ENGLISH)
            .replace(
                "In winter",
                "Nobody remembers why the bakery had painted its roof blue.\nIn winter"));
    CommandRunner runner = new CommandRunner(folder);
    String said =
        "sentences without a counterpart are not in the memory and were not compared"
            + " (revision 1: none, revision 2: 1); ballast diff OLD NEW compares the files\n";
    assertThat(runner.run("diff", "a").err()).isEqualTo(said);
    assertThat(runner.run("review", "export", "a", "-o", "r.csv").err()).contains(said);
  }

  private void align(String english) throws IOException {
    Files.writeString(folder.resolve("a.en.txt"), english + "\n", UTF_8);
    CommandRunner.Outcome outcome =
        new CommandRunner(folder).run("align", "a.zh.txt", "a.en.txt", "--tm", "tm/memory.db");
    assertThat(outcome.status()).as(outcome.err()).isZero();
  }
}
