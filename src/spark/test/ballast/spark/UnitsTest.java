package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus becomes memories and files: what comes out is what the ordinary commands give. */
final class UnitsTest {

  @TempDir static Path folder;

  @BeforeAll
  static void align() throws Exception {
    SparkHome.make();
    List<String> list = new ArrayList<>();
    for (String name : List.of("ballast-stone", "distant-friends", "new-productive-forces")) {
      for (String language : List.of("zh", "en")) {
        String file = name + "." + language + ".txt";
        Files.copy(Path.of("tm/articles").resolve(file), folder.resolve(file));
      }
      list.add(name + ".zh.txt\t" + name + ".en.txt\t" + name);
    }
    Files.writeString(folder.resolve("pairs.tsv"), String.join("\n", list) + "\n", UTF_8);
    run(0, "align", "--pairs", "pairs.tsv", "-o", "语料", "--engine", "local[2]", "--no-tm");
    run(0, "align", "--pairs", "pairs.tsv", "-o", "whole.tmx", "--no-tm");
  }

  private static String run(int status, String... args) throws Exception {
    SparkHome.Outcome outcome = SparkHome.ballast(folder, args);
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(status);
    return outcome.output();
  }

  /** Without what tells when and by whom. */
  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file), UTF_8).stream()
        .map(line -> line.replaceAll(" (creationdate|creationid)=\"[^\"]*\"", ""))
        .toList();
  }

  private static List<String> units(String file) throws IOException {
    List<String> lines = lines(file);
    return lines.subList(lines.indexOf("  <body>") + 1, lines.indexOf("  </body>"));
  }

  @Test
  void aShardHasWholeDocumentsAndAllShardsAreTheWhole() throws Exception {
    String said = run(0, "corpus", "export", "语料", "-o", "shards", "--max-units", "60");
    assertThat(said).contains("in 3 files");
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.addAll(units("shards/00000" + i + ".tmx"));
    }
    assertThat(all).isEqualTo(units("whole.tmx"));
    String one = run(0, "corpus", "export", "语料", "-o", "one", "--engine", "local[1]");
    assertThat(one).contains("in 1 file");
    assertThat(lines("one/000000.tmx")).isEqualTo(lines("whole.tmx"));
  }

  @Test
  void aMemoryHasTheUnitsOfTheOrdinaryCommand() throws Exception {
    run(0, "corpus", "import", "语料", "--tm", "corpus.db", "--engine", "local[2]");
    run(0, "tm", "verify", "--tm", "corpus.db");
    run(0, "tm", "export", "--tm", "corpus.db", "-o", "corpus.tsv", "--all");
    run(0, "tm", "import", "whole.tmx", "--tm", "whole.db");
    run(0, "tm", "export", "--tm", "whole.db", "-o", "whole.tsv");
    assertThat(lines("corpus.tsv")).containsAll(lines("whole.tsv"));
    run(0, "corpus", "import", "语料", "--tm", "parts.db", "--max-units", "100");
    for (String file : List.of("parts.db", "parts-2.db")) {
      assertThat(folder.resolve(file)).isNotEmptyFile();
    }
    assertThat(folder.resolve("parts-3.db")).doesNotExist();
  }

  @Test
  void documentsOfAnotherListStayApart() throws Exception {
    List<String> list = Files.readAllLines(folder.resolve("pairs.tsv"), UTF_8);
    Files.writeString(folder.resolve("first.tsv"), list.get(1) + "\n", UTF_8);
    Files.writeString(folder.resolve("both.tsv"), list.get(0) + "\n" + list.get(1) + "\n", UTF_8);
    Files.writeString(folder.resolve("fog.zh.txt"), "港口今天有霧。\n兩艘船還沒有開。\n我們等到晚上。\n", UTF_8);
    Files.writeString(
        folder.resolve("fog.en.txt"),
        "There is fog in the port today.\nTwo ships have not left yet.\nWe wait until evening.\n",
        UTF_8);
    Files.writeString(folder.resolve("both.tsv"), "fog.zh.txt\tfog.en.txt\tfog\n", UTF_8, APPEND);
    for (String name : List.of("first.tsv", "both.tsv")) {
      run(0, "align", "--pairs", name, "-o", "two", "--engine", "local[1]", "--no-tm");
    }
    // Traditional Chinese is another language.
    run(0, "corpus", "export", "two", "-o", "apart", "--all", "--from", "zh-CN");
    List<String> documents =
        lines("apart/000000.tmx").stream()
            .filter(line -> line.contains("x-document"))
            .map(line -> line.replaceAll("<[^>]*>", "").strip())
            .toList();
    // Those of the first list, then those of the second one, and never a unit of each in turn.
    int first = documents.indexOf("ballast-stone");
    assertThat(documents.subList(0, first)).containsOnly("distant-friends");
    assertThat(documents.subList(first, documents.size())).containsOnly("ballast-stone");
  }

  @Test
  void saysWhatIsNoCorpusAndWhatIsNotDeduplicated() throws Exception {
    assertThat(run(2, "corpus", "import", "tm", "--tm", "none.db"))
        .contains("\"tm\" is not the folder of a corpus: it has no aligned/parquet");
    assertThat(run(2, "corpus", "export", "语料", "-o", "none", "--deduped"))
        .contains("has no deduped/parquet", "ballast corpus dedupe");
    assertThat(folder.resolve("none.db")).doesNotExist();
  }
}
