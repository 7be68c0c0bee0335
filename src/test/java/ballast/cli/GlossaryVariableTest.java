package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which glossaries are used: of the command line, of BALLAST_GLOSSARY, of ballast.toml, near. */
final class GlossaryVariableTest extends CommandTest {

  @BeforeEach
  void write() throws IOException {
    write("a.zh.txt", "船到了。\n");
    write("a.en.txt", "The raft came.\n");
    for (String name : new String[] {"named", "variable", "second", "set", "glossary/near"}) {
      write(name + ".csv", "zh,en\n船," + name.replace("glossary/", "") + "\n");
    }
    write("ballast.toml", "[check]\nglossary = [\"set.csv\"]\n");
  }

  private String check(String variable, String... more) {
    CommandRunner runner = new CommandRunner(folder, Map.of("BALLAST_GLOSSARY", variable), 0);
    Outcome outcome = runner.run(words("check a.zh.txt a.en.txt -v", more));
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
    Map<String, String> environment = Map.of("BALLAST_GLOSSARY", "variable.csv");
    run(2, environment, "split a.zh.txt -o variable.csv --force");
    assertThat(folder.resolve("variable.csv")).hasContent("zh,en\n船,variable\n");
  }
}
