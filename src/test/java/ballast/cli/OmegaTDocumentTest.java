package ballast.cli;

import static ballast.format.document.Packages.bold;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.r;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Documents go to the CAT program OmegaT as XLIFF, are translated there from a memory whose units
 * have the same codes, and come back.
 */
@Tag("accuracy")
final class OmegaTDocumentTest extends CommandTest {

  @BeforeEach
  void fillMemory() throws Exception {
    write("none.tsv", "zh-CN\ten-US\n很久以前的事。\tThat was long ago.\n");
    run(0, "tm import none.tsv");
  }

  @Test
  void aMarkdownTextComesBackFromOmegaT() throws Exception {
    write("a.md", "# 船歌\n\n船在清晨**离开港口。[船长](http://x.cn/a)也走**了。他吃了*两只**大**鱼*和`tea`。\n");
    run(1, "translate a.md -o a.xlf");
    Files.copy(folder.resolve("a.xlf"), folder.resolve("done.xlf"));
    String bold = "<it id=\"1\" pos=\"open\" ctype=\"bold\">**</it>";
    String link = "<g id=\"1\" ctype=\"link\">";
    String end = "<it id=\"2\" pos=\"close\" ctype=\"bold\">**</it>";
    String italic = "<g id=\"1\" ctype=\"italic\">";
    String inner = "<g id=\"2\" ctype=\"bold\">";
    String code = "<g id=\"3\">tea</g>";
    new CatFile(folder.resolve("done.xlf"))
        .translate("船歌", "Sea Song")
        .translate("船在清晨" + bold + "离开港口。", "At dawn the ship " + bold + "left.")
        .translate(
            link + "船长</g>也走" + end + "了。", "The " + link + "captain</g> left" + end + " too.")
        .translate(
            "他吃了" + italic + "两只" + inner + "大</g>鱼</g>和" + code + "。",
            "He had " + code + " and " + italic + "two " + inner + "big</g> fish</g>.")
        .save();
    throughOmegaT("md");
    assertThat(read("back.md"))
        .isEqualTo(
            "# Sea Song\n\nAt dawn the ship **left. The [captain](http://x.cn/a) left** too."
                + " He had `tea` and *two **big** fish*.\n");
  }

  @Test
  void itTranslatesOverCopiesOfTheSource() throws Exception {
    write("a.md", "# 船歌\n\n船在*清晨*离开港口。\n");
    run(1, "translate a.md -o done.xlf");
    new CatFile(folder.resolve("done.xlf"))
        .translate("船歌", "Sea Song")
        .translate(
            "船在<g id=\"1\" ctype=\"italic\">清晨</g>离开港口。",
            "The ship left at <g id=\"1\" ctype=\"italic\">dawn</g>.")
        .save();
    run(1, "translate a.md --copy-source -o a.xlf");
    throughOmegaT("md");
  }

  @Test
  void aWordDocumentComesBackFromOmegaT() throws Exception {
    String paragraph = "<w:p>" + r("船在") + bold("清晨") + r("离开。船") + bold("长走了。他") + r("也走。");
    Files.write(folder.resolve("a.docx"), docx(paragraph + "</w:p>").bytes());
    run(1, "translate a.docx -o a.xlf");
    Files.copy(folder.resolve("a.xlf"), folder.resolve("done.xlf"));
    String pair = "<g id=\"1\" ctype=\"bold\">";
    String open = "<it id=\"1\" pos=\"open\" ctype=\"bold\">&lt;run2&gt;</it>";
    String close = "<it id=\"1\" pos=\"close\">&lt;/run2&gt;</it>";
    new CatFile(folder.resolve("done.xlf"))
        .translate("船在" + pair + "清晨</g>离开。", "The ship left at " + pair + "dawn</g>.")
        .translate("船" + open + "长走了。", "The " + open + "captain left.")
        .translate("他" + close + "也走。", "He" + close + " left too.")
        .save();
    throughOmegaT("docx");
    assertThat(partOf(Files.readAllBytes(folder.resolve("back.docx")), "word/document.xml"))
        .containsSubsequence(
            "left at ", "<w:b/>", ">dawn<", ">. The <", "<w:b/>", "captain left. He");
  }

  /** OmegaT finds the finished sentences in a memory; the result is as if it had been made here. */
  private void throughOmegaT(String extension) throws Exception {
    String document = "a." + extension;
    run(0, "merge", document, "done.xlf", "-o", "done." + extension);
    run(0, "tm import done.xlf --tm done.db");
    run(0, "tm export --tm done.db --profile omegat -o done.tmx");
    String back = OmegaT.newer(folder).run("translate", "done.tmx", "a.xlf");
    write("back.xlf", back.substring(back.indexOf("<?xml")));
    run(0, "merge", document, "back.xlf", "-o", "back." + extension);
    assertThat(folder.resolve("back." + extension))
        .hasSameBinaryContentAs(folder.resolve("done." + extension));
    run(0, "tm import back.xlf --tm done.db");
  }
}
