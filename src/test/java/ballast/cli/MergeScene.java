package ballast.cli;

import static ballast.format.document.Packages.bold;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.p;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.r;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A folder with two memories, for tests of documents that go out as XLIFF and come back. */
abstract class MergeScene extends CommandTest {

  static final String SHIP = "船在清晨离开港口。";

  static final String CAPTAIN = "船长一夜没有睡。";

  static final String GULLS = "海鸥都不见了。";

  /** A bold word, bold text over the end of a sentence, a sentence twice. */
  static final byte[] REPORT =
      docx("<w:p>"
              + r("货舱里装着")
              + bold("茶叶")
              + r("和瓷器。")
              + "</w:p><w:p>"
              + r("船在清晨")
              + bold("离开港口。船长")
              + r("一夜没有睡。")
              + "</w:p>"
              + p(GULLS)
              + p(GULLS))
          .bytes();

  @BeforeEach
  void fillMemory() throws IOException {
    write(
        "old.tsv",
        """
        zh-CN\ten-US
        船在清晨离开港口。\tThe ship left the harbour at dawn.
        船长一夜没有睡。\tThe captain had not slept all night.
        货舱里装着茶叶和瓷器。\tThe hold was full of tea and porcelain.
        """);
    run(0, "tm", "import", "old.tsv", "-q");
    write("none.tsv", "zh-CN\ten-US\n很久以前的事。\tThat was long ago.\n");
    run(0, "tm", "import", "none.tsv", "--tm", "none.db", "-q");
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  String bodyOf(String docx) throws IOException {
    return partOf(bytesOf(docx), "word/document.xml");
  }

  byte[] bytesOf(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  /** The command ends in an error that says this, and leaves the folder as it was. */
  void refused(String why, String command) throws IOException {
    List<Path> before = files();
    assertThat(run(2, command).err()).contains(why);
    assertThat(files()).isEqualTo(before);
  }

  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.toString().contains(".db")).sorted().toList();
    }
  }
}
