package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts in the texts of others must not run when somebody opens a file of data in a browser. */
final class PageNamesTest extends CommandTest {

  private static final String SCRIPT = "<script>alert(1)</script>";

  @BeforeEach
  void write() throws IOException {
    write("a.txt", "船今天早上到了港口，大家都很高兴" + SCRIPT + "。\n");
    write("b.txt", "The ship has come " + SCRIPT + ".\n");
    write("pairs.tsv", pair("港口") + pair("港口大") + pair("港口小"));
  }

  private static String pair(String chinese) {
    return chinese + SCRIPT + "。\tThe harbour" + SCRIPT + ".\n";
  }

  private void assertRefused(String line, String name) {
    assertThat(run(2, line + " " + name).err())
        .contains(name)
        .contains("end the name in something other than");
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x.html", "x.HTM", "x.xhtml", "x.xht", "x.shtml", "x.svg", "x.mhtml", "x.hta"})
  void dataAreNotWrittenIntoAFileThatABrowserOpens(String name) {
    assertRefused("split a.txt -o", name);
  }

  @Test
  void noCommandWritesDataIntoSuchAFile() {
    Stream.of(
            "split --format jsonl a.txt -o",
            "glossary mine --pairs pairs.tsv --min 2 -o",
            "align a.txt b.txt --no-tm --format tsv -o",
            "check a.txt b.txt --no-glossary --format json -o",
            "diff b.txt a.txt --format text -o",
            "translate a.txt --format tsv -o",
            "tm import pairs.tsv --rejected")
        .forEach(line -> assertRefused(line, "x.html"));
    run("tm import pairs.tsv");
    assertRefused("tm export --format tsv -o", "x.svg");
    assertRefused("tm verify --salvage", "x.svg");
  }

  @Test
  void pagesAreStillWritten() throws IOException {
    run(0, "align a.txt b.txt --no-tm -o x.html");
    assertThat(read("x.html")).doesNotContain(SCRIPT);
    run("check a.txt b.txt --no-glossary -o check.html");
    assertThat(folder.resolve("check.html")).exists();
  }
}
