package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.check.BaselineFile.KnownFindings;
import ballast.app.project.Git;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.TestRepository;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes since a revision, in a real git work tree; skipped without git. */
final class SinceTest extends CommandTest {

  private static final String BAD_STONE = "压舱石很重。\tThe keystone is heavy.\n";
  private static final String BAD_TIDE = "潮水退了。\tThe water has gone.\n";
  private static final String GLOSSARY = "id,zh,en\nstone,压舱石,ballast stone\ntide,潮水,tide\n";

  private Git git;

  @BeforeEach
  void makeARepository() throws IOException {
    git = TestRepository.init(folder);
    write("glossary/术语.csv", GLOSSARY);
    write("单元.tsv", BAD_STONE);
    commit();
  }

  private void commit() {
    TestRepository.commit(git, "next");
  }

  private String found(String... files) {
    return CheckedFolder.lines(report(files));
  }

  private FindingReport report(String... files) {
    return new CheckedFolder(folder)
        .check(
            PairSource.ofFiles(files),
            request ->
                CheckedFolder.without(
                    request, new KnownFindings("HEAD", "", KnownFindings.Upkeep.NONE)));
  }

  private Outcome check(String... args) {
    return run(words("check --since HEAD", args));
  }

  @Test
  void onlyNewFindingsAreReported() throws IOException {
    assertThat(report("单元.tsv").changed()).isEqualTo(new FindingReport.Changed("HEAD", 0));
    assertThat(run(0, "check --since HEAD 单元.tsv").err())
        .contains("checked 1 pair, 0 changed since HEAD,");
    write("单元.tsv", BAD_TIDE + BAD_STONE);
    FindingReport report = report("单元.tsv");
    assertThat(report.checked()).isEqualTo(2);
    assertThat(report.changed()).isEqualTo(new FindingReport.Changed("HEAD", 1));
    assertThat(CheckedFolder.lines(report)).contains("潮水").doesNotContain("压舱石");
    Outcome outcome = run(ExitCode.FINDINGS, "check --since HEAD 单元.tsv");
    assertThat(outcome.out()).contains("潮水").doesNotContain("压舱石");
    assertThat(outcome.err()).contains("checked 2 pairs, 1 changed since HEAD,");
    assertThat(check("单元.tsv", "--format", "json").out())
        .contains("\"checked\" : 2,", "\"since\" : \"HEAD\",", "\"changed\" : 1,");
    assertThat(check("单元.tsv", "--format", "html").out()).contains("changed since HEAD</dt>");
    assertThat(run("check 单元.tsv --format json").out()).doesNotContain("\"since\"", "\"changed\"");
    write("单元.tsv", "压舱石很重。\tThe cornerstone is heavy.\n");
    assertThat(found("单元.tsv")).contains("压舱石");
  }

  @Test
  void aFileThatDidNotExistIsNewAndAMovedUnitIsNot() throws IOException {
    write("new/other.tsv", BAD_STONE + BAD_TIDE);
    assertThat(found("new/other.tsv")).contains("压舱石", "潮水");
    assertThat(found("单元.tsv", "new/other.tsv")).contains("潮水").doesNotContain("压舱石");
    CommandRunner inside = new CommandRunner(folder.resolve("new"));
    assertThat(inside.run("check", "../单元.tsv", "--since", "HEAD").status()).isZero();
  }

  @Test
  void unitsOfTmxAndXliffAreComparedByTheirTexts() throws IOException {
    write("u.tmx", TestRepository.tmx("压舱石很重。", "The keystone is heavy."));
    write("u.xlf", xliff("压舱石很重。", "The keystone is heavy."));
    commit();
    assertThat(report("u.tmx", "u.xlf").all()).isEmpty();
    write("u.tmx", TestRepository.tmx("压舱石很重。", "The keystone is so heavy."));
    write("u.xlf", xliff("压舱石很重。", "The keystone was heavy."));
    assertThat(found("u.tmx")).contains("u.tmx:", "term-missing");
    assertThat(found("u.xlf")).contains("u.xlf:", "term-missing");
  }

  private static String xliff(String zh, String en) {
    return """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
    <file original="a" source-language="zh-CN" target-language="en-US" datatype="plaintext">
    <body><trans-unit id="1"><source>%s</source><target>%s</target></trans-unit></body>
    </file></xliff>
    """
        .formatted(zh, en);
  }

  private static final String NORTH = "The ferry left the northern shore at noon.\n\n";
  private static final String HEAVY = "The keystone is heavy, which is why the ship is steady.\n\n";
  private static final String EVENING = "The tide went out in the evening.\n";

  @Test
  void anArticleIsComparedPairByPair() throws IOException {
    write("a.zh.txt", "渡船中午离开了北岸。\n\n压舱石很重，船因此很稳。\n\n潮水在傍晚退了下去。\n");
    write("a.en.txt", NORTH + HEAVY + EVENING);
    assertThat(found("a.zh.txt", "a.en.txt")).contains("压舱石");
    commit();
    assertThat(report("a.zh.txt", "a.en.txt").all()).isEmpty();
    write("a.en.txt", NORTH + HEAVY + "The the water went out in the evening.\n");
    assertThat(found("a.zh.txt", "a.en.txt")).contains("潮水", "repeated-word").doesNotContain("压舱石");
    write("a.en.txt", NORTH + HEAVY);
    // Only the translation of this sentence was removed.
    assertThat(check("a.zh.txt", "a.en.txt").out()).contains("[潮水在傍晚退了下去。]");
  }

  /** Their own words do not say the language of these files: the names and folders do. */
  @Test
  void filesKeepTheirLanguageAndTheirEncoding() throws IOException {
    write(".gitattributes", "wide.tsv text working-tree-encoding=UTF-16 eol=crlf\n");
    for (String[] names : new String[][] {{"n.zh.md", "n.en.md"}, {"d/zh/n.txt", "d/en/n.txt"}}) {
      write(names[0], "NATO 2026\n");
      write(names[1], "NATO 2025\n");
    }
    Files.writeString(folder.resolve("wide.tsv"), BAD_TIDE.replace("\n", "\r\n"), UTF_16);
    commit();
    assertThat(run(0, "check --since HEAD n.zh.md n.en.md d wide.tsv").err())
        .contains("checked 3 pairs, 0 changed since HEAD,")
        .doesNotContain("old");
  }

  @Test
  void oldContentsThatCannotBeReadAreNamedWithTheReason() throws IOException {
    write("u.tmx", "<tmx version=\"1.4\"><body><tu>");
    commit();
    write("u.tmx", TestRepository.tmx("压舱石很重。", "The keystone is heavy."));
    assertThat(check("u.tmx").err())
        .contains(
            "the old contents of u.tmx cannot be read, so that all texts count as new: cannot read"
                + " \"u.tmx\"");
  }

  @Test
  void aComparisonOfUnitsIsReportedIfOneOfThemHasChanged() throws IOException {
    String ferry = "渡船离开了北岸。\tThe ferry left the northern shore.\n";
    write("单元.tsv", ferry + "他来了。\tHe has come.\n" + ferry);
    commit();
    write("单元.tsv", "渡船离开了北岸。\tThe ferry has gone north.\n他来了。\tHe has come.\n" + ferry);
    assertThat(found("单元.tsv")).contains("inconsistent-translation");
    commit();
    write("单元.tsv", "渡船离开了北岸。\tThe ferry has gone north.\n他来了。\tHe came.\n" + ferry);
    assertThat(found("单元.tsv")).isEmpty();
  }

  @Test
  void findingsOnAChangedGlossaryEntryAreReportedEverywhere() throws IOException {
    write("单元.tsv", BAD_STONE + BAD_TIDE);
    commit();
    write("glossary/术语.csv", GLOSSARY.replace("tide\n", "ebb tide\n"));
    assertThat(found("单元.tsv")).contains("潮水").doesNotContain("压舱石");
    write("glossary/术语.csv", GLOSSARY + "stone-x,压舱石,keystone\n");
    assertThat(found("单元.tsv")).doesNotContain("潮水");
    write(
        "glossary/术语.csv",
        """
        id,zh,en,status
        stone-x,压舱石,keystone,forbidden
        tide,潮水,tide,preferred
        stone,压舱石,ballast stone,preferred
        """);
    assertThat(found("单元.tsv")).contains("term-forbidden").doesNotContain("潮水");
    write("glossary/术语.csv", "id,zh,en,note\ntide,潮水,tide,new\nstone,压舱石,ballast stone,\n");
    assertThat(report("单元.tsv").all()).isEmpty();
  }

  @Test
  void aBaselineIsNeitherPrunedNorCalledOutOfDate() throws IOException {
    run("check 单元.tsv --baseline known.tsv --update-baseline");
    write("单元.tsv", BAD_STONE + BAD_TIDE);
    Outcome outcome = check("单元.tsv", "--baseline", "known.tsv");
    assertThat(outcome.err()).doesNotContain("gone");
    assertThat(outcome.out()).contains("潮水");
    Outcome refused =
        run(ExitCode.FAILED, "check --since HEAD 单元.tsv --baseline known.tsv --prune");
    assertThat(refused.err()).contains("write the baseline without --since");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "HEAD~9", "-x"})
  void anUnknownRevisionIsNamed(String revision) {
    Outcome outcome = run(ExitCode.FAILED, "check", "单元.tsv", "--since=" + revision);
    assertThat(outcome.err()).contains("there is no revision \"" + revision + "\"");
  }

  @Test
  void outsideOfAWorkTreeItSaysSo(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("u.tsv"), BAD_STONE, UTF_8);
    Outcome outcome = new CommandRunner(elsewhere).run("check", "u.tsv", "--since", "HEAD");
    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).contains("\"HEAD\"", "not in a git work tree");
    Outcome other = check(elsewhere.resolve("u.tsv").toString());
    assertThat(other.status()).isEqualTo(ExitCode.FAILED);
    assertThat(other.err()).contains("u.tsv\" is not in the git work tree");
    Outcome memory = check();
    assertThat(memory.err()).contains("--since is for files in git", "--changed-since");
  }
}
