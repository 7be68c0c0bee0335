package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ballast align -o FILE.xlf} holds what the TMX of the same alignment does. */
final class AlignXliffTest extends CommandTest {

  @BeforeEach
  void copyArticles() throws IOException {
    Files.createDirectory(folder.resolve("文章"));
    for (String name : List.of("ballast-stone", "distant-friends")) {
      for (String language : List.of("zh", "en")) {
        String file = name + "." + language + ".txt";
        Files.copy(Path.of("tm/articles", file), folder.resolve("文章").resolve(file));
      }
    }
  }

  private List<String> pairs(String file) throws IOException {
    String tsv = file + ".tsv";
    run(0, "convert", file, tsv);
    return read(tsv)
        .lines()
        .map(line -> String.join("\t", List.of(line.split("\t")).subList(0, 2)))
        .toList();
  }

  @Test
  void ofOneArticle() throws IOException {
    String source = "文章/ballast-stone.zh.txt";
    String target = "文章/ballast-stone.en.txt";
    run(0, "align", source, target, "-o", "a.tmx", "--no-tm");
    for (String version : List.of("1.2", "2.1")) {
      assertThat(
              run(
                      0, "align", source, target, "-o", "a.xlf", "--no-tm", "--xliff", version,
                      "--force")
                  .err())
          .contains("wrote    a.xlf: ")
          .contains(" units");
      assertThat(read("a.xlf")).contains("version=\"" + version);
      assertThat(pairs("a.xlf")).hasSizeGreaterThan(30).isEqualTo(pairs("a.tmx"));
      Files.delete(folder.resolve("a.xlf.tsv"));
      Files.deleteIfExists(folder.resolve("a.tmx.tsv"));
    }
  }

  @Test
  void ofManyArticlesWithAndWithoutMemory() throws IOException {
    run(0, "align 文章 -o all.tmx");
    run(0, "align 文章 --again -o memory.xlf");
    run(0, "align 文章 --no-tm -o none.xlf");
    List<String> pairs = pairs("all.tmx");
    assertThat(pairs).hasSizeGreaterThan(60);
    assertThat(pairs("memory.xlf")).isEqualTo(pairs);
    assertThat(pairs("none.xlf")).isEqualTo(pairs);
  }
}
