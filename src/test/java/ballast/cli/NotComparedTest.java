package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the memory does not hold is not said to be unchanged. */
final class NotComparedTest extends CommandTest {

  private static final String[] ENGLISH = {
    "The ferry leaves the old port every hour.",
    "Volunteers look after the lighthouse on the island.",
    "In winter the fishermen repair their nets at home.",
    "The museum opened its doors to visitors in 1998."
  };

  @Test
  void aSentenceThatWasAddedToTheTranslationIsNotCompared() throws IOException {
    write("a.zh.txt", "渡轮每小时从老港口开出一班。\n志愿者照看岛上的灯塔。\n冬天渔民在家里修补渔网。\n博物馆于1998年向游客开放。\n");
    align(String.join("\n", ENGLISH));
    align(
        String.join("\n", ENGLISH)
            .replace(
                "In winter",
                "Nobody remembers why the bakery had painted its roof blue.\nIn winter"));
    String said =
        "sentences without a counterpart are not in the memory and were not compared"
            + " (revision 1: none, revision 2: 1); ballast diff OLD NEW compares the files\n";
    assertThat(run("diff a").err()).isEqualTo(said);
    assertThat(run("review export a -o r.csv").err()).contains(said);
  }

  private void align(String english) throws IOException {
    write("a.en.txt", english + "\n");
    Outcome outcome = run(0, "align a.zh.txt a.en.txt --tm tm/memory.db");
  }
}
