package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which glossaries are used: of the command line, of BALLAST_GLOSSARY, of ballast.toml, near. */
final class GlossaryVariableTest {

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("a.zh.txt"), "船到了。\n", UTF_8);
    Files.writeString(directory.resolve("a.en.txt"), "The raft came.\n", UTF_8);
    for (String name : new String[] {"named", "variable", "second", "set", "glossary/near"}) {
      Path file = directory.resolve(name + ".csv");
      Files.createDirectories(file.getParent());
      String term = name.replace("glossary/", "");
      Files.writeString(file, "zh,en\n船," + term + "\n", UTF_8);
    }
    Files.writeString(
        directory.resolve("ballast.toml"), "[check]\nglossary = [\"set.csv\"]\n", UTF_8);
  }

  private String check(String variable, String... more) {
    String[] line = new String[more.length + 4];
    System.arraycopy(new String[] {"check", "a.zh.txt", "a.en.txt", "-v"}, 0, line, 0, 4);
    System.arraycopy(more, 0, line, 4, more.length);
    CommandRunner.Outcome outcome =
        new CommandRunner(directory, Map.of("BALLAST_GLOSSARY", variable), 0).run(line);
    return outcome.out() + outcome.err();
  }

  @Test
  void theVariableStandsBeforeTheSettingsAndTheFolder() {
    assertThat(check("variable.csv" + File.pathSeparator + "second.csv"))
        .contains("glossaries: BALLAST_GLOSSARY names them")
        .contains("glossary variable.csv: CSV, 1 concept")
        .contains("glossary second.csv: CSV, 1 concept")
        .doesNotContain("glossary set.csv", "near.csv:");
  }

  @Test
  void theCommandLineStandsBeforeTheVariable() {
    assertThat(check("variable.csv", "--glossary", "named.csv"))
        .contains("glossary named.csv: CSV, 1 concept")
        .doesNotContain("BALLAST_GLOSSARY", "variable.csv:");
    assertThat(check("variable.csv", "--no-glossary")).doesNotContain("variable.csv:", "set.csv:");
  }

  @Test
  void anEmptyVariableIsNone() {
    assertThat(check("")).contains("glossary set.csv: CSV, 1 concept").doesNotContain("BALLAST_");
  }

  @Test
  void aGlossaryThatIsNotThereIsAnErrorThatNamesTheVariable() {
    assertThat(check("none.csv"))
        .contains("error: ")
        .contains("none.csv")
        .contains("BALLAST_GLOSSARY names it");
  }

  @Test
  void noCommandWritesOverIt() {
    CommandRunner runner =
        new CommandRunner(directory, Map.of("BALLAST_GLOSSARY", "variable.csv"), 0);
    CommandRunner.Outcome outcome =
        runner.run("split", "a.zh.txt", "-o", "variable.csv", "--force");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(directory.resolve("variable.csv")).hasContent("zh,en\n船,variable\n");
  }
}
