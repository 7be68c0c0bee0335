package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that may take long say on a terminal what they are doing. */
final class ProgressTest extends CommandTest {

  private Instant now = CommandRunner.NOW;

  @BeforeEach
  void fill() throws IOException {
    write("units.tsv", table("sentence"));
    write("new.tsv", table("phrase"));
    write("a.zh.txt", "第一句话。\n第二句话。\n");
    write("a.en.txt", "The first sentence.\nThe second sentence.\n");
    write("b.en.txt", "The first sentence.\nA second sentence.\n");
    run("tm import units.tsv");
  }

  private static String table(String noun) {
    StringBuilder table = new StringBuilder("zh\ten\n");
    for (int i = 0; i < 200; i++) {
      table.append("这是第").append(i).append("句。\tThis is ");
      table.append(noun).append(' ').append(i).append(".\n");
    }
    return table.toString();
  }

  /** Every look at the clock takes it three seconds on. */
  private Instant later() {
    now = now.plusSeconds(3);
    return now;
  }

  private String messages(int columns, String line) {
    return new CommandRunner(folder, Map.of("USER", "mei"), 0, this::later, columns)
        .run(line.split(" "))
        .err();
  }

  @ParameterizedTest
  @CsvSource({
    "check, checking the units: 64%",
    "check units.tsv, 'checking units.tsv: 128 pairs, '",
    "check a.zh.txt a.en.txt, checking a.zh.txt",
    "tm export -o out.tmx, exporting the units: 64%",
    "convert units.tsv out.tmx, 'converting units.tsv: 128 units, '",
    "tm verify, verifying tm/memory.db",
    "tm verify, 'verifying tm/memory.db: 96%'",
    "tm verify --index, 'verifying the index of tm/memory.db: 64%'",
    "tm verify --salvage saved.tmx --force, 'saving the units: 64%'",
    "tm verify --index --rebuild, rebuilding the index of tm/memory.db",
    "diff units.tsv new.tsv, 'reading new.tsv: 128 units, '",
    "diff units.tsv new.tsv, comparing new.tsv",
    "tm dedupe, looking for duplicates: 96%",
    "tm compact --yes, compacting tm/memory.db",
    "tm replace sentence phrase, replacing: 64%",
    "tm approve --all, looking at the units: 64%",
    "tm stats, counting the units",
    "tm stats --inconsistent, looking for inconsistencies",
    "tm stats --against a.zh.txt, looking up the sentences of a.zh.txt",
    "tm import new.tsv, 'importing new.tsv: 128 units, '",
    "align a.zh.txt a.en.txt, aligning a.zh.txt",
    "diff a.en.txt b.en.txt, comparing b.en.txt",
    "translate a.zh.txt, translating: 45%",
    "glossary mine, mining terms",
  })
  void itIsShown(String line, String progress) {
    assertThat(messages(80, line)).contains('\r' + progress);
    assertThat(messages(80, line + " --quiet")).doesNotContain("\r");
  }

  @Test
  void nothingIsLeftOfItInTheEnd() {
    String messages = messages(80, "check -o report.json --format json");
    assertThat(messages).contains("\rchecking");
    assertThat(messages.substring(messages.lastIndexOf('\r') + 1)).doesNotContain("checking");
  }

  @Test
  void withoutATerminalThereIsNone() {
    assertThat(messages(0, "check")).doesNotContain("\r").contains("checked 200 pairs");
  }
}
