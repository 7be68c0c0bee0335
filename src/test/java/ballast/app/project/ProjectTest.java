package ballast.app.project;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.glossary.Concept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectTest extends FolderTest {

  @ParameterizedTest
  @CsvSource({
    "trade.zh.txt,trade",
    "trade.zh.gb18030.txt,trade",
    "trade.zh-CN.v2.html,trade",
    "trade_zh.txt,trade",
    "trade-cn.txt,trade",
    "trade-zh-CN.txt,trade",
    "trade.txt,trade",
    "2.14.zh.txt,2.14",
    "贸易.zh.txt,贸易",
    "zh.txt,zh",
    "a.b.txt,a.b",
    "trade,trade",
    "march-zhengzhou.txt,march-zhengzhou"
  })
  void aDocumentIsNamedByItsFileWithoutMarks(String file, String stem) {
    assertThat(Project.stem(file)).isEqualTo(stem);
  }

  @Test
  void theNearestFolderWithATmFolderIsTheProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.createDirectory(folder.resolve("tm"));
    Project project = Project.around(inner);
    assertThat(project.root()).isEqualTo(folder);
    assertThat(project.memory()).isEqualTo(folder.resolve("tm/memory.db"));
    assertThat(project.documentName(inner.resolve("文章.zh.txt"))).isEqualTo("a/b/文章");
    assertThat(project.documentName(folder.resolveSibling("x.zh.txt"))).isEqualTo("../x");
    assertThat(project.documentName(inner.resolve("trade/zh.txt"))).isEqualTo("a/b/trade");
  }

  @Test
  void withoutATmFolderTheNearestSettingsShowTheProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    write("ballast.toml", "");
    assertThat(Project.around(inner).documentName(inner.resolve("文章.zh.txt"))).isEqualTo("a/b/文章");
    write("a/glossary/ballast.toml", "");
    assertThat(Project.around(inner).root()).isEqualTo(folder.resolve("a"));
    Files.createDirectory(folder.resolve("tm"));
    assertThat(Project.around(inner).root()).isEqualTo(folder);
  }

  @Test
  void settingsOutsideOfTheGitWorkTreeShowNoProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.createDirectory(folder.resolve("a/.git"));
    write("ballast.toml", "");
    assertThat(Project.around(inner).root()).isEqualTo(inner);
  }

  @Test
  void settingsOfAnotherOwnerShowNoProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    write("ballast.toml", "");
    assumeThat(System.getProperty("user.name")).as("who may give files away").isEqualTo("root");
    UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
    Files.setOwner(folder.resolve("ballast.toml"), users.lookupPrincipalByName("daemon"));
    assertThat(Project.around(inner).root()).isEqualTo(inner);
    assertThat(Project.around(folder).root()).isEqualTo(folder);
  }

  @Test
  void theGlossaryIsTheNearestUpwardsWithinTheProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Path outer = Files.createDirectory(folder.resolve("glossary"));
    assertThat(Project.glossary(inner)).contains(outer);
    Files.createDirectory(folder.resolve("a/tm"));
    assertThat(Project.glossary(inner)).isEmpty();
    Path nested = Files.createDirectory(folder.resolve("a/glossary"));
    assertThat(Project.glossary(inner)).contains(nested);
  }

  private List<String> ids(Glossaries glossaries) {
    return glossaries.read(Workplace.in(folder), Notices.NONE).stream().map(Concept::id).toList();
  }

  @Test
  void aGlossaryOfTheProjectThatCannotBeReadIsAnError() throws IOException {
    write("glossary/a.csv", "zh,en\n船,ship\n");
    assertThat(ids(Glossaries.OF_PROJECT)).containsExactly("船");
    write("glossary/b.csv", "zh\n帆\n");
    assertRefused(() -> ids(Glossaries.OF_PROJECT), "b.csv")
        .extracting(e -> ((InputException) e).hint())
        .asString()
        .contains("--no-glossary");
    assertThat(ids(Glossaries.NONE)).isEmpty();
  }

  @Test
  void whatMustNotStopUsesThoseThatCanBeRead() throws IOException {
    write("glossary/a.csv", "zh,en\n船,ship\n");
    write("glossary/b.csv", "zh\n帆\n");
    Glossaries readable = Glossaries.OF_PROJECT.readable(Workplace.in(folder), Notices.NONE);
    assertThat(ids(readable)).containsExactly("船");
    Files.delete(folder.resolve("glossary/a.csv"));
    readable = Glossaries.OF_PROJECT.readable(Workplace.in(folder), Notices.NONE);
    assertThat(ids(readable)).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkThatLeavesTheWorkTreeIsRefusedUnlessItIsNamed() throws IOException {
    write("elsewhere/terms.csv", "zh,en\n锚,anchor\n");
    write("tree/glossary/a.csv", "zh,en\n船,ship\n");
    Files.createDirectory(folder.resolve("tree/.git"));
    Path link = folder.resolve("tree/glossary/b.csv");
    Files.createSymbolicLink(link, Path.of("../../elsewhere/terms.csv"));
    Workplace tree = Workplace.in(folder.resolve("tree"));
    String refusal = "cannot use the glossary \"glossary/b.csv\": it is a link that leaves";
    for (Glossaries found : List.of(Glossaries.OF_PROJECT, Glossaries.of(List.of("glossary")))) {
      assertRefused(() -> found.read(tree, Notices.NONE), refusal);
      assertRefused(() -> found.readings(tree), refusal);
      assertThat(found.readable(tree, Notices.NONE)).isEqualTo(Glossaries.NONE);
    }
    assertThat(Glossaries.of(List.of("glossary/b.csv")).read(tree, Notices.NONE)).hasSize(1);

    Files.delete(link);
    Files.delete(folder.resolve("tree/glossary/a.csv"));
    Files.delete(folder.resolve("tree/glossary"));
    Files.createSymbolicLink(folder.resolve("tree/glossary"), Path.of("../elsewhere"));
    assertRefused(
        () -> Glossaries.OF_PROJECT.read(tree, Notices.NONE),
        "cannot use the glossary \"glossary\": it is a link that leaves");
    assertThat(Glossaries.of(List.of("glossary")).read(tree, Notices.NONE)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "trade.zh.txt, zh, trade.txt",
    "贸易/trade_en.md, en, 贸易/trade.md",
    "trade-zh-CN.txt, zh-CN, trade.txt",
    "trade.zh_TW.html, zh_TW, trade.html",
    "a/zh.txt, zh, a/.txt",
    "zh.docx, zh, .docx",
    "README.md, '', README.md",
    "trade.zh.v2.txt, '', trade.zh.v2.txt",
    "march-zhengzhou.txt, '', march-zhengzhou.txt",
    "列表_中.txt, '', 列表_中.txt",
    "贺词_中文.txt, 中文, 贺词.txt",
    "贺词（英文）.docx, 英文, 贺词.docx",
    "贺词 [EN].docx, EN, 贺词.docx",
    "合同-译文.docx, 译文, 合同.docx",
    "tai-chi.txt, '', tai-chi.txt",
    "ZH_trade.txt, '', ZH_trade.txt",
    "enzh, '', enzh"
  })
  void theMarkOfAFileIsFound(String path, String mark, String key) {
    MarkedName name = MarkedName.of(path);
    assertThat(name.mark()).isEqualTo(mark);
    assertThat(name.key()).isEqualTo(key);
    assertThat(name.before() + name.mark() + name.after()).isEqualTo(path);
  }

  @Test
  void theNearestFolderCountsIfTheFileHasNoMark() {
    MarkedName chinese = MarkedName.of("docs/zh/guide/a.md");
    assertThat(chinese.mark()).isEqualTo("zh");
    assertThat(chinese.with("en")).isEqualTo("docs/en/guide/a.md");
    assertThat(chinese.isCounterpartOf(MarkedName.of("docs/en/guide/a.md"))).isTrue();
    assertThat(chinese.isCounterpartOf(MarkedName.of("docs/en/a.md"))).isFalse();
    assertThat(chinese.isCounterpartOf(MarkedName.of("docs/zh-TW/guide/a.md"))).isFalse();
    assertThat(MarkedName.of("en\\zh\\a.txt").mark()).isEqualTo("zh");
    assertThat(MarkedName.of("zh/a.en.txt").mark()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({
    "ZH_trade.txt, ZH, trade.txt, EN_trade.txt",
    "trade_中.txt, 中, trade.txt, trade_英.txt",
    "合同中文版.docx, 中文版, 合同.docx, 合同英文版.docx",
    "英语 合同.docx, 英语, 合同.docx, 汉语 合同.docx",
    "trade_zh-CN_v2.txt, zh-CN, trade_v2.txt, trade_en_v2.txt",
    "a Chinese.md, Chinese, a.md, a english.md",
  })
  void aWordMayBeAMark(String path, String mark, String key, String counterpart) {
    MarkedName name = MarkedName.all(path).get(0);
    assertThat(name.mark()).isEqualTo(mark);
    assertThat(name.key()).isEqualTo(key);
    assertThat(name.counterpart()).isEqualTo(counterpart);
    assertThat(MarkedName.all(counterpart)).anyMatch(name::isCounterpartOf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"中国.txt", "英雄.txt", "end.txt", "zhang.txt", "文中.txt", "centre.txt"})
  void aWordThatContainsAMarkIsNone(String path) {
    assertThat(MarkedName.all(path)).isEmpty();
  }

  @Test
  void theMarkSaysTheLanguage() {
    assertThat(MarkedName.of("a.zh-Hant.txt").lang()).isEqualTo(Lang.ZH_TW);
    assertThat(MarkedName.of("a_CN.txt").lang()).isEqualTo(Lang.ZH_CN);
    assertThat(MarkedName.of("a.en-GB.txt").lang()).isEqualTo(Lang.EN_US);
    assertThat(MarkedName.of("a.txt").lang()).isNull();
    assertThat(MarkedName.of("a.en.txt").isPlain()).isTrue();
    assertThat(MarkedName.of("a.en-US.txt").isPlain()).isFalse();
  }
}
