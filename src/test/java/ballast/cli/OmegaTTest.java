package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our TMX files, read by a real CAT program and again by Ballast. */
@Tag("accuracy")
final class OmegaTTest extends CommandTest {

  private static final Pattern CUT = Pattern.compile("warning: (\\d+) units? ha");

  @Test
  void ourMemoryComesBackFromOmegaTWithTheSamePairs() throws Exception {
    OmegaT omegaT = OmegaT.in(folder);
    String articles = Path.of("tm/articles").toAbsolutePath().toString();
    run(0, "align", articles, "-q");
    String messages = run(0, "tm export --profile omegat -o ours.tmx").err();
    List<String> pairs = pairs("tm/memory.db");
    StringBuilder source = new StringBuilder();
    for (String pair : pairs) {
      source.append(pair, 0, pair.indexOf('\t')).append("\n\n");
    }
    write("source.txt", source);
    String log = omegaT.run("roundtrip", "ours.tmx", "source.txt", "theirs.tmx");
    assertThat(log).doesNotContain("TMXR_").doesNotContain("Exception");
    run(0, "tm import theirs.tmx --tm theirs.db");
    List<String> back = pairs("theirs.db");
    Matcher cut = CUT.matcher(messages);
    int announced = cut.find() ? Integer.parseInt(cut.group(1)) : 0;
    System.out.printf(
        "OmegaT: %d pairs exported, %d announced to be cut, %d came back%n",
        pairs.size(), announced, back.size());
    assertThat(pairs).hasSizeGreaterThan(150).containsAll(back);
    assertThat(back).hasSize(pairs.size() - announced);
  }

  @Test
  void omegaTReadsOurGlossaries() throws Exception {
    OmegaT omegaT = OmegaT.in(folder);
    Files.createDirectory(folder.resolve("glossary"));
    write(
        "glossary/ships.csv",
        """
        id,zh,en,status,match,note
        ship,船|船只,ship,,,"a, b ""c\"""
        ship,船,vessel,admitted,,
        ship,船,boat,forbidden,,too small
        sail,帆,sail,,exact,
        """);
    run(0, "glossary export -o ships.utf8");
    run(0, "glossary export -o ships.tbx");
    // TSV: each Chinese form with each English term that may be used. TBX: with all of them.
    assertThat(omegaT.run("glossary", "ships.utf8")).contains("5 entries, first: 船 => ship");
    assertThat(omegaT.run("glossary", "ships.tbx")).contains("7 entries, first: 船 => ship");
  }

  private List<String> pairs(String memory) {
    return run(0, "tm", "export", "--tm", memory, "--format", "tsv")
        .out()
        .lines()
        .map(line -> line.split("\t", -1))
        .map(cells -> cells[0] + "\t" + cells[1])
        .sorted()
        .toList();
  }
}
