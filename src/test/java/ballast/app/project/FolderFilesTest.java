package ballast.app.project;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Workplace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FolderFilesTest extends FolderTest {

  @BeforeEach
  void write() throws IOException {
    for (String name :
        new String[] {"a.zh.txt", "里/b.zh.txt", ".c.zh.txt", "~$d.docx", "里/.hidden/e.zh.txt"}) {
      write("文章/" + name, "x");
    }
  }

  private FolderFiles of(String name) {
    return FolderFiles.of(Workplace.in(folder), name);
  }

  @Test
  void filesAreNamedRelativeToTheFolder() {
    assertThat(of("文章").names()).containsExactly("a.zh.txt", "里/b.zh.txt");
    assertRefused(() -> of("none")).hasMessage("cannot list the folder \"none\"");
  }

  /** As an archive of Windows leaves them: Java has their bytes and cannot open them by name. */
  @Test
  @EnabledOnOs(OS.LINUX) // others refuse such names
  void whatHasANameInGbkIsLeftOutAndNamed() throws IOException {
    String inner = folder.resolve("文章/里").toUri().toString();
    Path gbk = Path.of(URI.create(inner + "%CE%C4%D5%C2.zh.txt"));
    Files.writeString(gbk, "x");
    Files.writeString(gbk.resolveSibling(Path.of(URI.create(inner + "%CE%C4.jpg"))), "x");
    Path subfolder = Files.createDirectory(Path.of(URI.create(inner + "%B8%BD%BC%FE")));
    Files.writeString(subfolder.resolve("a.zh.txt"), "x");

    FolderFiles files = of("文章");
    assertThat(files.names()).containsExactly("a.zh.txt", "里/b.zh.txt");
    assertThat(files.leftOut())
        .containsOnlyKeys("里/\\xB8\\xBD\\xBC\\xFE", "里/\\xCE\\xC4\\xD5\\xC2.zh.txt")
        .containsValue(
            "its name is not UTF-8; in GBK it is \"文章.zh.txt\"; rename it, for example with convmv"
                + " -f GBK -t UTF-8 --notest");
    assertRefused(() -> of("文章/" + gbk.getFileName()), "as a file name: it is not UTF-8");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkToAFolderIsTheFolderButNoneInsideIsFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("链接"), Path.of("文章"));
    Files.createSymbolicLink(folder.resolve("文章/又"), Path.of("里"));
    Files.createSymbolicLink(folder.resolve("文章/f.zh.txt"), Path.of("a.zh.txt"));
    assertThat(of("链接").names()).containsExactly("a.zh.txt", "f.zh.txt", "里/b.zh.txt");
    assertThat(of("链接").leftOut()).containsOnlyKeys("又");
    assertThat(of("链接")).isEqualTo(of("文章"));
  }

  /** Such a link comes with a stranger's branch and would print a file of the machine. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkToAFileOutsideTheWorkTreeIsLeftOutAndNamed() throws IOException {
    write("secret.txt", "x");
    Files.createSymbolicLink(folder.resolve("文章/f.zh.txt"), Path.of("../secret.txt"));
    Files.createSymbolicLink(folder.resolve("文章/里/g.zh.txt"), Path.of("../a.zh.txt"));
    assertThat(of("文章").names()).containsExactly("a.zh.txt", "里/b.zh.txt", "里/g.zh.txt");
    assertThat(of("文章").leftOut())
        .containsOnlyKeys("f.zh.txt")
        .hasEntrySatisfying(
            "f.zh.txt", why -> assertThat(why).contains("outside the work tree", "name that file"));
    Files.createDirectory(folder.resolve(".git"));
    assertThat(of("文章").names()).contains("f.zh.txt"); // now a file of the tree
    Files.delete(folder.resolve(".git"));
    Files.createDirectory(folder.resolve("文章/.git"));
    assertThat(of("文章").leftOut()).containsOnlyKeys("f.zh.txt");
    assertThat(of("文章/里").names()).containsExactly("b.zh.txt", "g.zh.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "*.tsv, units.tsv, true",
    "*.tsv, a/b/units.tsv, true",
    "*.tsv, units.tsvx, false",
    "a/*.tsv, a/units.tsv, true",
    "a/*.tsv, a/b/units.tsv, false",
    "a/**/x.tsv, a/x.tsv, true",
    "a/**/x.tsv, a/b/c/x.tsv, true",
    "a/**/x.tsv, a/b/yx.tsv, false",
    "a/**, a/b/c.txt, true",
    "a/**, ab/c.txt, false",
    "稿件/?.txt, 稿件/一.txt, true",
    "稿件/?.txt, 稿件/一二.txt, false",
    "a.b/c, axb/c, false"
  })
  void aPatternMatches(String pattern, String path, boolean expected) {
    assertThat(new Glob(pattern).matches(path)).isEqualTo(expected);
  }

  @Test
  void aPatternOfManyStarsDoesNotHang() {
    Glob glob = new Glob("**/" + "*a".repeat(200) + "b");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(glob.matches("a".repeat(4_000))).isFalse());
  }
}
