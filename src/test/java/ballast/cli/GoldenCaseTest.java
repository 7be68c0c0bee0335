package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoldenCaseTest {

  private static final String INPUTS =
      "# about\nuse a.txt\nuse a.txt as 下/b.txt\n\n-- in/c.txt (escaped) --\nc\\\n";

  @TempDir Path directory;

  @Test
  void writesItsInputs() throws IOException {
    Path shared = Files.createDirectory(directory.resolve("shared"));
    Files.writeString(shared.resolve("a.txt"), "一\r\n", UTF_8);
    GoldenCase golden = GoldenCase.parse(INPUTS + "-- command --\ntm list\n");
    golden.prepare(shared, directory);
    assertThat(directory.resolve("a.txt")).hasContent("一\r\n");
    assertThat(Files.readString(directory.resolve("下/b.txt"), UTF_8)).isEqualTo("一\r\n");
    assertThat(Files.readString(directory.resolve("c.txt"), UTF_8)).isEqualTo("c");
    assertThat(golden.commands()).containsExactly("tm list");
  }

  @Test
  void newOutputsTakeThePlaceOfTheOldAndNothingElseChanges() throws IOException {
    GoldenCase golden =
        GoldenCase.parse(
            INPUTS
                + "-- command --\nfirst\n-- stdout --\nold\n-- status --\n2\n"
                + "-- command --\nsecond\n-- command --\nthird\n-- stderr --\nold\n");
    List<CommandRunner.Outcome> outcomes =
        List.of(
            new CommandRunner.Outcome(0, "new\n", ""),
            new CommandRunner.Outcome(0, "", ""),
            new CommandRunner.Outcome(1, "", "no line feed"));
    assertThat(golden.with(outcomes).archive().format())
        .isEqualTo(
            INPUTS
                + "-- command --\nfirst\n-- stdout --\nnew\n"
                + "-- command --\nsecond\n"
                + "-- command --\nthird\n-- stderr (escaped) --\nno line feed\\\n"
                + "-- status --\n1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-- in/a --                                             | no command",
        "-- comand --;tm list                                   | unknown section comand",
        "-- command --;tm list;-- output --                     | unknown section output",
        "-- command --;tm list;-- in/a --                       | in/a stands after a command",
        "-- stdout --;x;-- command --;tm list                   | stdout stands twice, or before",
        "-- command --;tm list;-- stdout --;-- stdout --        | stdout stands twice, or before",
        "-- command --;tm list;tm list                          | a section of one line",
        "-- command --                                          | a section of one line",
        "-- command (escaped) --;tm list                        | a section of one line",
        "-- in/a --;-- in/a --;-- command --;tm list            | two inputs have the name a",
        "use b as a;-- in/a --;-- command --;tm list            | two inputs have the name a",
        "uses a;-- command --;tm list                           | not: uses a",
      })
  void refusesATextThatIsNotACase(String lines, String message) {
    assertThatThrownBy(() -> GoldenCase.parse(lines.replace(';', '\n') + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
