package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that {@code align} has written, edited by a person and given back. */
final class CorrectionsTest extends CommandTest {

  private static final String PAIR = "distant-friends.zh.txt distant-friends.en.txt";

  @BeforeEach
  void align() throws IOException {
    for (String name : PAIR.split(" ")) {
      Files.copy(Path.of("tm/articles", name), folder.resolve(name));
    }
    run(0, "align " + PAIR + " -o x.tsv");
  }

  private List<String> lines(String file) throws IOException {
    return new ArrayList<>(Files.readAllLines(folder.resolve(file), UTF_8));
  }

  private static List<String> texts(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("\t[^\t]*\t[^\t]*$", "")).toList();
  }

  @Test
  void aTableThatNobodyHasEditedChangesNothing() throws IOException {
    assertThat(run(0, "align " + PAIR + " --corrections x.tsv -o y.tsv").err())
        .contains("kept     49 beads", "nothing has changed since revision 1");
    assertThat(lines("y.tsv")).isEqualTo(lines("x.tsv"));
  }

  @Test
  void aMergedBeadIsKeptAndTheOthersStayAsTheyWere() throws IOException {
    List<String> lines = lines("x.tsv");
    String[] one = lines.get(6).split("\t", -1);
    String[] next = lines.remove(7).split("\t", -1);
    lines.set(6, one[0] + next[0] + "\t" + one[1] + " " + next[1] + "\t" + one[2] + "\t" + one[3]);
    Files.write(folder.resolve("x.tsv"), lines, UTF_8);

    assertThat(run(0, "align " + PAIR + " --corrections x.tsv -o y.tsv").err())
        .contains("revision 1, units: 1 changed, 1 retired");
    assertThat(texts(lines("y.tsv"))).isEqualTo(texts(lines));
    assertThat(lines("y.tsv").get(6)).endsWith("\t1.00\t2-2");
    assertThat(run("align " + PAIR + " --corrections x.tsv").err())
        .contains("nothing has changed since revision 1");
    assertThat(run("align " + PAIR).err()).contains("nothing has changed since revision 1");
    assertThat(run("align " + PAIR + " --discard-corrections").err()).contains("revision 1");
  }

  @Test
  void oneLineIsEnough() throws IOException {
    List<String> before = lines("x.tsv");
    List<String> two = before.subList(10, 12);
    String[] one = two.get(0).split("\t");
    String[] next = two.get(1).split("\t");
    write("one.tsv", one[0] + next[0] + "\t" + one[1] + next[1]);

    assertThat(run("align " + PAIR + " --corrections one.tsv -o y.tsv").err())
        .contains("kept     1 bead of the corrections");
    List<String> after = lines("y.tsv");
    List<String> changed = new ArrayList<>(texts(before));
    changed.removeAll(texts(two));
    changed.removeAll(texts(after));
    // What a person has set is evidence, and may settle a doubtful bead elsewhere.
    assertThat(changed).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aHostileTableIsSurvived() throws IOException {
    write("big.tsv", "是。\t\"Yes.\tok\n".repeat(100_000));
    assertThat(run(0, "align " + PAIR + " --corrections big.tsv --no-tm -q").err())
        .contains("99980 more lines cannot be used");

    Files.write(folder.resolve("bin.tsv"), new byte[4096]);
    run(ExitCode.FAILED, "align " + PAIR + " --corrections bin.tsv");
  }
}
