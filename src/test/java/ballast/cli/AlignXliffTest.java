package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ballast align -o FILE.xlf} holds what the TMX of the same alignment does. */
final class AlignXliffTest {

  @TempDir Path directory;

  @BeforeEach
  void copyArticles() throws IOException {
    Files.createDirectory(directory.resolve("文章"));
    for (String name : List.of("ballast-stone", "distant-friends")) {
      for (String language : List.of("zh", "en")) {
        String file = name + "." + language + ".txt";
        Files.copy(Path.of("tm/articles", file), directory.resolve("文章").resolve(file));
      }
    }
  }

  private Outcome run(String... args) {
    return new CommandRunner(directory).run(args);
  }

  /** The pairs of a file of units. */
  private List<String> pairs(String file) throws IOException {
    String tsv = file + ".tsv";
    assertThat(run("convert", file, tsv).status()).isZero();
    return Files.readString(directory.resolve(tsv))
        .lines()
        .map(line -> String.join("\t", List.of(line.split("\t")).subList(0, 2)))
        .toList();
  }

  @Test
  void ofOneArticle() throws IOException {
    String source = "文章/ballast-stone.zh.txt";
    String target = "文章/ballast-stone.en.txt";
    assertThat(run("align", source, target, "-o", "a.tmx", "--no-tm").status()).isZero();
    for (String version : List.of("1.2", "2.1")) {
      Outcome outcome =
          run("align", source, target, "-o", "a.xlf", "--no-tm", "--xliff", version, "--force");
      assertThat(outcome.status()).as(outcome.err()).isZero();
      assertThat(outcome.err()).contains("wrote    a.xlf: ").contains(" units");
      assertThat(Files.readString(directory.resolve("a.xlf"))).contains("version=\"" + version);
      assertThat(pairs("a.xlf")).hasSizeGreaterThan(30).isEqualTo(pairs("a.tmx"));
      Files.delete(directory.resolve("a.xlf.tsv"));
      Files.deleteIfExists(directory.resolve("a.tmx.tsv"));
    }
  }

  @Test
  void ofManyArticlesWithAndWithoutMemory() throws IOException {
    assertThat(run("align", "文章", "-o", "all.tmx").status()).isZero();
    assertThat(run("align", "文章", "--again", "-o", "memory.xlf").status()).isZero();
    assertThat(run("align", "文章", "--no-tm", "-o", "none.xlf").status()).isZero();
    List<String> pairs = pairs("all.tmx");
    assertThat(pairs).hasSizeGreaterThan(60);
    assertThat(pairs("memory.xlf")).isEqualTo(pairs);
    assertThat(pairs("none.xlf")).isEqualTo(pairs);
  }
}
