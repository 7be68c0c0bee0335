package ballast.cli.tm;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A unit by its id, or the beginning of it. */
final class TmShowTest extends CommandTest {

  private static final Pattern ID = Pattern.compile("\"unit\":\"([0-9a-f]{12})\"");

  /** The ids of units, enough of them that two begin alike. */
  private List<String> units() throws IOException {
    StringBuilder table = new StringBuilder("source\ttarget\n");
    for (int i = 1; i <= 1_500; i++) {
      table.append("第" + i + "艘船靠岸。\tShip No. " + i + " came alongside.\n");
    }
    write("u.tsv", table);
    run(0, "tm import u.tsv");
    Matcher ids = ID.matcher(run(0, "tm concordance 靠岸 --limit 1500 --json").out());
    return ids.results().map(found -> found.group(1)).toList();
  }

  @Test
  void aUniqueBeginningIsEnoughAndAnotherIsRefused() throws IOException {
    List<String> ids = units();
    Map<String, Integer> beginnings = new HashMap<>();
    ids.forEach(id -> beginnings.merge(id.substring(0, 4), 1, Integer::sum));
    String sole =
        ids.stream()
            .filter(id -> beginnings.getOrDefault(id.substring(0, 4), 0) == 1)
            .findFirst()
            .orElseThrow();
    String shared =
        ids.stream()
            .filter(id -> beginnings.getOrDefault(id.substring(0, 4), 0) > 1)
            .findFirst()
            .orElseThrow();
    assertThat(run(0, "tm show " + sole.substring(0, 4)).out())
        .contains("unit " + sole, "zh-CN", "艘船靠岸", "en-US", "came alongside");
    assertThat(run(2, "tm show " + shared.substring(0, 4)).err())
        .contains("the ids of several units begin with", shared, "give more of its characters");
    run(0, "tm edit " + sole.substring(0, 5) + " --target Moored.");
    run(0, "tm comment " + sole.substring(0, 5) + " Which?");
    assertThat(run(0, "tm show " + sole + " --json").out())
        .contains("\"target\":\"Moored.\"", "\"text\":\"Which?\"");
    assertThat(run(0, "tm history " + sole.substring(0, 6)).out()).contains("Moored.");
    run(0, "tm delete " + sole.substring(0, 6));
    assertThat(run(2, "tm show " + sole.substring(0, 6)).err()).contains("is deleted");
    run(0, "tm restore " + sole.substring(0, 6));
    assertThat(run(2, "tm show 0000 ").err()).contains("there is no unit \"0000\"");
  }
}
