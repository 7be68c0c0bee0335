package ballast.app.check;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.check.LocatedFinding;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One check is of many files: folders, patterns, several pairs, a list, standard input. */
final class CheckedFilesTest extends CommandTest {

  private static final String UNIT = "五个人上了船。\tSix people went aboard.\n";

  private CheckedFolder checked = new CheckedFolder(Path.of(""));

  @BeforeEach
  void write() throws IOException {
    checked = new CheckedFolder(folder);
    write("文章/a.zh.txt", "他有三条船。\n");
    write("文章/a.en.txt", "He has four boats.\n");
    write("文章/深/b.zh.txt", "桥长九米。\n");
    write("文章/深/b.en.txt", "The bridge is eight metres long.\n");
    write("文章/深/units.tsv", UNIT);
    write("文章/alone.zh.txt", "没有译文。\n");
    write("文章/.hidden.zh.txt", "不看。\n");
    write("pairs/list.txt", "# two\n../文章/深/b.zh.txt\t../文章/深/b.en.txt\n");
  }

  private FindingReport check(String... files) {
    return checked.check(PairSource.ofFiles(files));
  }

  private List<String> files(String... names) {
    return check(names).all().stream()
        .map(LocatedFinding::location)
        .map(Object::toString)
        .map(place -> place.replaceFirst(":.*", ""))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> leftOut(String... names) {
    return check(names).leftOut().stream().map(text -> text.file() + ": " + text.reason()).toList();
  }

  @Test
  void aFolderHasPairsAndFilesOfUnits() {
    assertThat(files("文章")).containsExactly("文章/a.en.txt", "文章/深/b.en.txt", "文章/深/units.tsv");
    assertThat(leftOut("文章"))
        .containsExactly("文章/alone.zh.txt: there is no translation \"文章/alone.en.txt\"");
  }

  @Test
  void filesOfBallastItselfAreNotUnits() throws IOException {
    write("known.tsv", "# ballast baseline 1\t\t\nterm-missing\tstone\t0\t1\ta\t有\n");
    write("glossary/more.tsv", "zh\ten\n五\tsix\n");
    write("文章/pairs.tsv", "a.zh.txt\ta.en.txt\n");
    assertThat(check("known.tsv").checked()).isZero();
    assertThat(checked.messages())
        .containsExactly("known.tsv is not checked: it is a baseline of known findings");
    check("*.tsv", "glossary/*.tsv", "文章/*.tsv", "文章/深/units.tsv");
    assertThat(checked.messages())
        .containsExactly(
            "known.tsv is not checked: it is a baseline of known findings",
            "glossary/more.tsv is not checked: it is a glossary of this project",
            "文章/pairs.tsv is not checked: it is a list of pairs, for --pairs");
    assertThat(files(".")).contains("./文章/深/units.tsv").doesNotContain("./known.tsv");
  }

  @Test
  void aPatternIsReplacedByItsFiles() {
    assertThat(files("文章/**/?.*.txt")).containsExactly("文章/a.en.txt", "文章/深/b.en.txt");
    assertThat(files("文章/a.*.txt")).containsExactly("文章/a.en.txt");
    assertThat(files("*/*/*.tsv")).containsExactly("文章/深/units.tsv");
  }

  @Test
  void whatStandsAloneAmongTheFilesOfAPatternIsLeftOut() throws IOException {
    write("文章/notes.txt", "随手记。\n");
    assertThat(files("文章/*.txt")).containsExactly("文章/a.en.txt");
    assertThat(leftOut("文章/*.txt"))
        .containsExactly(
            "文章/alone.zh.txt: there is no translation \"文章/alone.en.txt\"",
            "文章/notes.txt: no text is clearly its counterpart, by name or by content");
  }

  @Test
  void aPatternFindsThePairsThatAFolderHas() throws IOException {
    write("说明/README.zh.md", "他有三条船。\n");
    write("说明/README.md", "He has four boats.\n");
    write("说明/b.zh.txt", "桥长九米。\n");
    write("说明/b.en.md", "The bridge is eight metres long.\n");
    assertThat(files("说明/*")).isEqualTo(files("说明")).containsExactly("说明/README.md", "说明/b.en.md");
  }

  /** Two files that a pattern has found are no pair because they are two. */
  @Test
  void twoLoneFilesOfAPatternAreNotCheckedWithEachOther() throws IOException {
    write("二/b.en.txt", "He has four boats.\n");
    write("二/c.zh.txt", "他有三条船。\n");
    assertRefused(() -> check("二/*.txt"))
        .hasMessage("cannot tell what to check \"二/b.en.txt\" with");
  }

  @Test
  void whatIsNamedBesideAPatternMustHaveItsTranslation() {
    assertThat(files("文章/a.zh.txt", "文章/*.en.txt")).containsExactly("文章/a.en.txt");
    assertRefused(() -> check("文章/alone.zh.txt", "文章/*.txt"))
        .hasMessage("cannot tell what to check \"文章/alone.zh.txt\" with");
  }

  @Test
  void severalPairsAreFoundByName() {
    assertThat(
            files("文章/深/b.en.txt", "文章/a.zh.txt", "文章/深/units.tsv", "文章/深/b.zh.txt", "文章/a.en.txt"))
        .containsExactly("文章/a.en.txt", "文章/深/b.en.txt", "文章/深/units.tsv");
  }

  @Test
  void anArticleWithoutItsTranslationIsAnError() throws IOException {
    write("二/a.zh.md", "他有三条船。\n");
    String[][] incomplete = {
      {"文章/a.zh.txt"},
      {"文章/a.zh.txt", "文章/a.en.txt", "文章/alone.zh.txt"},
      {"文章/a.zh.txt", "二/a.zh.md", "文章/a.en.txt"},
      {"-"},
      {"pairs"},
      {"没有*.txt"}
    };
    for (String[] files : incomplete) {
      assertRefused(() -> check(files))
          .hasMessageMatching(
              "(cannot tell what to check|cannot tell what standard input holds|no file"
                  + " matches|there is nothing to check).*");
    }
  }

  @Test
  void whatIsNamedTwiceIsCheckedOnce() {
    String[][] repeated = {
      {"文章", "文章/", "文章/深/../a.zh.txt", "文章/a.en.txt"},
      {"文章", "文章/深/units.tsv", "./文章/深/units.tsv"},
      {"文章/a.zh.txt", "文章/a.zh.txt", "文章/a.en.txt", "文章/深"}
    };
    for (String[] files : repeated) {
      assertThat(check(files).all()).hasSameSizeAs(check("文章").all());
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertRefused(() -> check("文章/a.zh.txt", "文章/a.en.txt", "没有"))
        .hasMessage("cannot read \"没有\": the file does not exist");
  }

  @Test
  void twoFilesAreAPairWhateverTheirNamesAndTheirOrder() throws IOException {
    write("一.txt", "他有三条船。\n");
    write("二.txt", "He has four boats.\n");
    assertThat(files("一.txt", "二.txt")).containsExactly("二.txt");
    assertThat(files("二.txt", "一.txt")).containsExactly("二.txt");
    assertThat(checked.messages())
        .containsExactly(
            "\"二.txt\" is English: took \"一.txt\" as the source; --from en makes the English text"
                + " the source");
  }

  @Test
  void aFolderWithTextsLeftOutEndsWithThemAndWithOne() throws IOException {
    write("齐/a.zh.txt", "他有三条船。\n");
    write("齐/a.en.txt", "He has three boats.\n");
    run(0, "check 齐 --no-glossary");
    write("齐/notes.txt", "Buy ink.\n");
    Outcome left = run(1, "check 齐 --no-glossary --format json");
    assertThat(left.err()).endsWith("by name or by content\n").contains("齐/notes.txt is left out");
    assertThat(left.out()).contains("\"leftOut\"", "齐/notes.txt");
    run(0, "check 齐 --no-glossary --fail-on never");
  }

  @Test
  void oneCommandTakesAListFoldersAndStandardInput() {
    Outcome outcome = run("check --pairs pairs/list.txt 文章/a.*.txt --no-glossary -v");
    assertThat(outcome.out()).as(outcome.err()).contains("文章/a.en.txt:1").contains("b.en.txt:1");
    assertThat(outcome.err()).contains("checked 2 pairs");
    Outcome piped =
        runner().runWithInput(UNIT, words("check - --from-format tsv --no-glossary -v"));
    assertThat(piped.out()).contains("stdin.tsv:1:").contains("[number-mismatch]");
    assertThat(piped.status()).isLessThan(2);
    assertThat(run("check --since HEAD 文章").err()).contains("error: ").doesNotContain("internal");
  }

  @Test
  void anOutputIsNotOneOfTheFilesOfAPattern() {
    assertThat(run("check 文章/**/*.tsv --force -o 文章/深/units.tsv --format json").err())
        .contains("is read by this command");
  }

  @Test
  void whatIsCheckedIsNotSaidToBeUnchecked() throws IOException {
    write(
        "日期.tmx",
        "<tmx version=\"1.4\"><header/><body>\n"
            + "<tu changedate=\"2024-05-01\"><tuv xml:lang=\"zh-CN\"><seg>他有三条船。</seg></tuv>"
            + "<tuv xml:lang=\"en-US\"><seg>He has four boats.</seg></tuv></tu></body></tmx>");
    write("控制.tsv", "zh-CN\ten-US\n他有三\u0001条船。\tHe has four boats.\n");
    assertThat(files("日期.tmx")).containsExactly("日期.tmx");
    assertThat(checked.messages()).isEmpty();
    assertThat(files("控制.tsv")).containsExactly("控制.tsv");
    assertThat(checked.messages())
        .containsExactly(
            "控制.tsv:2: checked as corrected: control characters were replaced by spaces or left"
                + " out");
  }
}
