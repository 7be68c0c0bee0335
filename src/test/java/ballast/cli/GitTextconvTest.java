package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.document.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An unreadable file must not stop git, which would show no other file either. */
final class GitTextconvTest extends CommandTest {

  private static final String UNIT =
      "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"zh-CN\"><seg>船。</seg></tuv>"
          + "<tuv xml:lang=\"en-US\"><seg>Ship.</seg></tuv></tu>";

  @Test
  void aBrokenFileIsShownAsItIsWithTheReason() throws IOException {
    write("a.tmx", UNIT + "\n<tu>\033[31mred\u202e\n");
    assertThat(run(0, "git textconv a.tmx").out())
        .startsWith("cannot read this file: line ")
        .endsWith("\nThis is the file as it is:\n\n" + UNIT + "\n<tu><U+001B>[31mred<U+202E>\n");
  }

  @Test
  void anotherFormatOrABinaryFileIsNamed() throws IOException {
    write("a.csv", "x\n");
    Files.write(folder.resolve("b.tmx"), new byte[] {1, 0, 2, 0});
    Files.write(folder.resolve("m.db"), new byte[] {1, 0, 2});
    run(0, "git textconv a.csv");
    assertThat(run("git textconv b.tmx").out()).endsWith("It is not text; it has 4 bytes.\n");
    assertThat(run(0, "git textconv m.db").out()).endsWith("It is not text; it has 3 bytes.\n");
  }

  @Test
  void aWholeFileIsShownAsUnits() throws IOException {
    write("a.tmx", UNIT + "</body></tmx>");
    assertThat(run("git textconv a.tmx").out()).isEqualTo("船。\nShip.\n\n");
  }

  @Test
  void aDocumentIsShownAsItsSentences() throws IOException {
    byte[] docx = Packages.docx(Packages.p("船到了。港口\u202e忙。") + Packages.p("好。")).bytes();
    Files.write(folder.resolve("blob_a.docx"), docx);
    Files.write(folder.resolve("b.docx"), Arrays.copyOf(docx, 99));
    assertThat(run(0, "git textconv blob_a.docx").out()).isEqualTo("船到了。\n港口?忙。\n\n好。\n");
    assertThat(run(0, "git textconv b.docx").out())
        .startsWith("cannot read this file as text: ")
        .endsWith("\nIt is not text; it has 99 bytes.\n");
  }

  @Test
  void textsInNoPairAreShownToo() throws IOException {
    String unit =
        UNIT.replace(
            "</tu>",
            "<tuv xml:lang=\"en-GB\"><seg>Vessel.</seg></tuv>"
                + "<tuv xml:lang=\"ja\"><seg>船舶。</seg></tuv></tu>"
                + "<tu><tuv xml:lang=\"zh-CN\"><seg>茶。</seg></tuv>"
                + "<tuv xml:lang=\"de\"><seg>Tee.</seg></tuv></tu>");
    write("a.tmx", unit + "</body></tmx>");
    assertThat(run("git textconv a.tmx").out())
        .isEqualTo("船。\nShip.\n\n船。\nVessel.\n\nja: 船舶。\n\nzh-CN: 茶。\n\nde: Tee.\n\n");
  }

  /** git calls its copies otherwise every time. */
  @Test
  void theReasonDoesNotDependOnTheNameOfTheCopy() throws IOException {
    String german = UNIT.replace("zh-CN", "de") + "</body></tmx>";
    for (String copy : new String[] {"git-blob-1", "git-blob-2"}) {
      write(copy + "/a.tmx", german);
      Files.write(folder.resolve(copy).resolve("m.db"), new byte[] {1, 0, 2});
    }
    for (String name : new String[] {"a.tmx", "m.db"}) {
      String first = folder.resolve("git-blob-1").resolve(name).toString();
      String out = run("git", "textconv", first).out();
      assertThat(out).contains("this file").doesNotContain("git-blob");
      assertThat(run("git", "textconv", "git-blob-2/" + name).out()).isEqualTo(out);
    }
  }
}
