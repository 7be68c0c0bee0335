package ballast.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.check.LocatedFinding;
import ballast.cli.CommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One check is of many files: folders, patterns, several pairs, a list, standard input. */
final class CheckedFilesTest {

  private static final String UNIT = "五个人上了船。\tSix people went aboard.\n";

  @TempDir Path directory;
  private CheckedFolder folder;

  @BeforeEach
  void write() throws IOException {
    folder = new CheckedFolder(directory);
    folder.write("文章/a.zh.txt", "他有三条船。\n");
    folder.write("文章/a.en.txt", "He has four boats.\n");
    folder.write("文章/深/b.zh.txt", "桥长九米。\n");
    folder.write("文章/深/b.en.txt", "The bridge is eight metres long.\n");
    folder.write("文章/深/units.tsv", UNIT);
    folder.write("文章/alone.zh.txt", "没有译文。\n");
    folder.write("文章/.hidden.zh.txt", "不看。\n");
    folder.write("pairs/list.txt", "# two\n../文章/深/b.zh.txt\t../文章/深/b.en.txt\n");
  }

  private List<String> files(PairSource source) {
    return folder.check(source).all().stream()
        .map(LocatedFinding::location)
        .map(Object::toString)
        .map(place -> place.replaceFirst(":.*", ""))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> leftOut(PairSource source) {
    return folder.check(source).leftOut().stream()
        .map(text -> text.file() + ": " + text.reason())
        .toList();
  }

  @Test
  void aFolderHasPairsAndFilesOfUnits() {
    assertThat(files(PairSource.ofFiles("文章")))
        .containsExactly("文章/a.en.txt", "文章/深/b.en.txt", "文章/深/units.tsv");
    assertThat(leftOut(PairSource.ofFiles("文章")))
        .containsExactly("文章/alone.zh.txt: there is no translation \"文章/alone.en.txt\"");
  }

  @Test
  void filesOfBallastItselfAreNotUnits() throws IOException {
    folder.write("known.tsv", "# ballast baseline 1\t\t\nterm-missing\tstone\t0\t1\t有\n");
    folder.write("glossary/more.tsv", "zh\ten\n五\tsix\n");
    folder.write("文章/pairs.tsv", "a.zh.txt\ta.en.txt\n");
    assertThat(folder.check(PairSource.ofFiles("known.tsv")).checked()).isZero();
    assertThat(folder.messages())
        .containsExactly("known.tsv is not checked: it is a baseline of known findings");
    folder.check(PairSource.ofFiles("*.tsv", "glossary/*.tsv", "文章/*.tsv", "文章/深/units.tsv"));
    assertThat(folder.messages())
        .containsExactly(
            "known.tsv is not checked: it is a baseline of known findings",
            "glossary/more.tsv is not checked: it is a glossary of this project",
            "文章/pairs.tsv is not checked: it is a list of pairs, for --pairs");
    assertThat(files(PairSource.ofFiles(".")))
        .contains("./文章/深/units.tsv")
        .doesNotContain("./known.tsv");
  }

  @Test
  void aPatternIsReplacedByItsFiles() {
    assertThat(files(PairSource.ofFiles("文章/**/?.*.txt")))
        .containsExactly("文章/a.en.txt", "文章/深/b.en.txt");
    assertThat(files(PairSource.ofFiles("文章/a.*.txt"))).containsExactly("文章/a.en.txt");
    assertThat(files(PairSource.ofFiles("*/*/*.tsv"))).containsExactly("文章/深/units.tsv");
  }

  @Test
  void whatStandsAloneAmongTheFilesOfAPatternIsLeftOut() throws IOException {
    folder.write("文章/notes.txt", "随手记。\n");
    assertThat(files(PairSource.ofFiles("文章/*.txt"))).containsExactly("文章/a.en.txt");
    assertThat(leftOut(PairSource.ofFiles("文章/*.txt")))
        .containsExactly(
            "文章/alone.zh.txt: there is no translation \"文章/alone.en.txt\"",
            "文章/notes.txt: no text is clearly its counterpart, by name or by content");
  }

  @Test
  void aPatternFindsThePairsThatAFolderHas() throws IOException {
    folder.write("说明/README.zh.md", "他有三条船。\n");
    folder.write("说明/README.md", "He has four boats.\n");
    folder.write("说明/b.zh.txt", "桥长九米。\n");
    folder.write("说明/b.en.md", "The bridge is eight metres long.\n");
    assertThat(files(PairSource.ofFiles("说明/*")))
        .isEqualTo(files(PairSource.ofFiles("说明")))
        .containsExactly("说明/README.md", "说明/b.en.md");
  }

  /** Two files that a pattern has found are no pair because they are two. */
  @Test
  void twoLoneFilesOfAPatternAreNotCheckedWithEachOther() throws IOException {
    folder.write("二/b.en.txt", "He has four boats.\n");
    folder.write("二/c.zh.txt", "他有三条船。\n");
    assertThatThrownBy(() -> folder.check(PairSource.ofFiles("二/*.txt")))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot tell what to check \"二/b.en.txt\" with");
  }

  @Test
  void whatIsNamedBesideAPatternMustHaveItsTranslation() {
    assertThat(files(PairSource.ofFiles("文章/a.zh.txt", "文章/*.en.txt")))
        .containsExactly("文章/a.en.txt");
    assertThatThrownBy(() -> folder.check(PairSource.ofFiles("文章/alone.zh.txt", "文章/*.txt")))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot tell what to check \"文章/alone.zh.txt\" with");
  }

  @Test
  void severalPairsAreFoundByName() {
    assertThat(
            files(
                PairSource.ofFiles(
                    "文章/深/b.en.txt",
                    "文章/a.zh.txt",
                    "文章/深/units.tsv",
                    "文章/深/b.zh.txt",
                    "文章/a.en.txt")))
        .containsExactly("文章/a.en.txt", "文章/深/b.en.txt", "文章/深/units.tsv");
  }

  @Test
  void anArticleWithoutItsTranslationIsAnError() throws IOException {
    folder.write("二/a.zh.md", "他有三条船。\n");
    for (PairSource wrong :
        List.of(
            PairSource.ofFiles("文章/a.zh.txt"),
            PairSource.ofFiles("文章/a.zh.txt", "文章/a.en.txt", "文章/alone.zh.txt"),
            PairSource.ofFiles("文章/a.zh.txt", "二/a.zh.md", "文章/a.en.txt"),
            PairSource.ofFiles("-"),
            PairSource.ofFiles("pairs"),
            PairSource.ofFiles("没有*.txt"))) {
      assertThatThrownBy(() -> folder.check(wrong))
          .isInstanceOf(InputException.class)
          .hasMessageMatching(
              "(cannot tell what to check|cannot tell what standard input holds|no file"
                  + " matches|there is nothing to check).*");
    }
  }

  @Test
  void whatIsNamedTwiceIsCheckedOnce() {
    for (PairSource twice :
        List.of(
            PairSource.ofFiles("文章", "文章/", "文章/深/../a.zh.txt", "文章/a.en.txt"),
            PairSource.ofFiles("文章", "文章/深/units.tsv", "./文章/深/units.tsv"),
            PairSource.ofFiles("文章/a.zh.txt", "文章/a.zh.txt", "文章/a.en.txt", "文章/深"))) {
      assertThat(folder.check(twice).all())
          .hasSameSizeAs(folder.check(PairSource.ofFiles("文章")).all());
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> folder.check(PairSource.ofFiles("文章/a.zh.txt", "文章/a.en.txt", "没有")))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot read \"没有\": the file does not exist");
  }

  @Test
  void twoFilesAreAPairWhateverTheirNames() throws IOException {
    folder.write("一.txt", "他有三条船。\n");
    folder.write("二.txt", "He has four boats.\n");
    assertThat(files(PairSource.ofFiles("一.txt", "二.txt"))).containsExactly("二.txt");
  }

  @Test
  void theEnglishTextMayBeNamedFirst() throws IOException {
    folder.write("一.txt", "他有三条船。\n");
    folder.write("二.txt", "He has four boats.\n");
    assertThat(files(PairSource.ofFiles("二.txt", "一.txt"))).containsExactly("二.txt");
    assertThat(folder.messages())
        .containsExactly(
            "\"二.txt\" is English: took \"一.txt\" as the source; --from en makes the English text"
                + " the source");
  }

  @Test
  void aFolderWithTextsLeftOutEndsWithThemAndWithOne() throws IOException {
    folder.write("齐/a.zh.txt", "他有三条船。\n");
    folder.write("齐/a.en.txt", "He has three boats.\n");
    CommandRunner runner = new CommandRunner(directory);
    assertThat(runner.run("check", "齐", "--no-glossary").status()).isZero();
    folder.write("齐/notes.txt", "Buy ink.\n");
    CommandRunner.Outcome left = runner.run("check", "齐", "--no-glossary", "--format", "json");
    assertThat(left.status()).isEqualTo(1);
    assertThat(left.err()).endsWith("by name or by content\n").contains("齐/notes.txt is left out");
    assertThat(left.out()).contains("\"leftOut\"", "齐/notes.txt");
    assertThat(runner.run("check", "齐", "--no-glossary", "--fail-on", "never").status()).isZero();
  }

  @Test
  void oneCommandTakesAListFoldersAndStandardInput() {
    CommandRunner runner = new CommandRunner(directory);
    CommandRunner.Outcome outcome =
        runner.run("check", "--pairs", "pairs/list.txt", "文章/a.*.txt", "--no-glossary", "-v");
    assertThat(outcome.out()).as(outcome.err()).contains("文章/a.en.txt:1").contains("b.en.txt:1");
    assertThat(outcome.err()).contains("checked 2 pairs");
    CommandRunner.Outcome piped =
        runner.runWithInput(UNIT, "check", "-", "--from-format", "tsv", "--no-glossary", "-v");
    assertThat(piped.out()).contains("stdin.tsv:1:").contains("[number-mismatch]");
    assertThat(piped.status()).isLessThan(2);
    CommandRunner.Outcome since = runner.run("check", "--since", "HEAD", "文章");
    assertThat(since.err()).contains("error: ").doesNotContain("internal");
  }

  @Test
  void anOutputIsNotOneOfTheFilesOfAPattern() {
    CommandRunner.Outcome outcome =
        new CommandRunner(directory)
            .run("check", "文章/**/*.tsv", "--force", "-o", "文章/深/units.tsv", "--format", "json");
    assertThat(outcome.err()).contains("is read by this command");
  }

  @Test
  void whatIsCheckedIsNotSaidToBeUnchecked() throws IOException {
    folder.write(
        "日期.tmx",
        "<tmx version=\"1.4\"><header/><body>\n"
            + "<tu changedate=\"2024-05-01\"><tuv xml:lang=\"zh-CN\"><seg>他有三条船。</seg></tuv>"
            + "<tuv xml:lang=\"en-US\"><seg>He has four boats.</seg></tuv></tu></body></tmx>");
    folder.write("控制.tsv", "zh-CN\ten-US\n他有三\u0001条船。\tHe has four boats.\n");
    assertThat(files(PairSource.ofFiles("日期.tmx"))).containsExactly("日期.tmx");
    assertThat(folder.messages()).isEmpty();
    assertThat(files(PairSource.ofFiles("控制.tsv"))).containsExactly("控制.tsv");
    assertThat(folder.messages())
        .containsExactly(
            "控制.tsv:2: checked as corrected: control characters were replaced by spaces or left"
                + " out");
  }
}
