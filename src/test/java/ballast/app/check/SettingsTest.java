package ballast.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSettings.NamedFields;
import ballast.bitext.InputException;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ballast.toml}, and the entries of glossaries that count. */
final class SettingsTest extends CommandTest {

  @BeforeEach
  void makeAProject() throws IOException {
    write("tm/.keep", "");
    write(
        "glossary/terms.csv",
        """
        id,zh,en,status,domain,project
        stone,压舱石,ballast stone,preferred,diplomacy,
        tide,潮水,tide,preferred,sea|weather,north
        boat,小船,little boat,preferred,,
        """);
    write("units.tsv", "压舱石很重。\tThe keystone is heavy.\n潮水退了。\tThe water has has gone.\n");
    write("drafts/units.tsv", "小船来了。\tThe ferry has come.\n");
  }

  private static final PairSource UNITS = PairSource.ofFiles("units.tsv", "drafts/units.tsv");

  private String found() {
    return found(request -> request);
  }

  private String found(UnaryOperator<TranslationCheck.Request> change) {
    return CheckedFolder.lines(new CheckedFolder(folder).check(UNITS, change));
  }

  /** Against the entries of some domains and projects. */
  private String found(EntryScope scope) {
    return found(request -> request.against(request.glossaries().in(scope)));
  }

  private static final String HEAVY = "压舱石很重。\tThe keystone is heavy.\n";

  private static NamedFields named(String name) {
    return new NamedFields(List.of(name), "");
  }

  private Outcome check(String... more) {
    return run(words("check units.tsv drafts/units.tsv --format csv", more));
  }

  private static final String MISSING_STONE = "units.tsv:1:1 error term-missing stone";
  private static final String MISSING_TIDE = "units.tsv:2:1 error term-missing tide";
  private static final String MISSING_BOAT = "drafts/units.tsv:1:1 error term-missing boat";
  private static final String TWICE = "units.tsv:2:1 warning repeated-word ";

  @Test
  void rulesAreSwitchedOffAndWeighed() throws IOException {
    assertThat(found()).contains(MISSING_STONE, MISSING_TIDE, MISSING_BOAT, TWICE);
    write(
        "ballast.toml",
        """
        [rules]
        repeated-word = "off"
        [rules.term-missing]
        severity = "warning"
        """);
    assertThat(found())
        .contains("1:1 warning term-missing stone")
        .doesNotContain("repeated-word", " error ");
    assertThat(check("--fail-on", "error").status()).isZero();
    assertThat(check("--no-config").out())
        .contains("units.tsv,2,1,warning,repeated-word,")
        .contains("units.tsv,1,1,error,term-missing,stone");
    RuleChoice named = new RuleChoice(List.of("repeated-word"), List.of());
    assertThat(found(request -> CheckedFolder.only(request, named))).contains(TWICE);
  }

  @Test
  void aRuleOfStyleIsAppliedOnlyIfItIsNamed() throws IOException {
    write("units.tsv", "source\ttarget\n门开了。\tThe  gate opened.\n");
    assertThat(found()).doesNotContain("double-space");
    write("ballast.toml", "[rules]\ndouble-space = 'info'\n");
    assertThat(found()).contains("info double-space");
    write("ballast.toml", "[rules]\ndouble-space = 'off'\n");
    assertThat(found()).doesNotContain("double-space");
    RuleChoice named = new RuleChoice(List.of("double-space"), List.of());
    assertThat(found(request -> CheckedFolder.only(request, named))).contains("double-space");
  }

  @Test
  void aRuleCountsInSomeFilesAndForSomeDomains() throws IOException {
    write("ballast.toml", "[rules]\nterm-missing.not-files = 'drafts/**'\n");
    assertThat(found()).contains(MISSING_STONE).doesNotContain(MISSING_BOAT);
    write("ballast.toml", "[rules.term-missing]\nfiles = ['drafts/*.tsv', 'other/*']\n");
    assertThat(found()).contains(MISSING_BOAT, TWICE).doesNotContain(MISSING_STONE);
    write("ballast.toml", "[rules.term-missing]\ndomains = ['Sea']\n");
    assertThat(found()).contains(MISSING_TIDE, MISSING_BOAT).doesNotContain(MISSING_STONE);
  }

  @Test
  void globsAreSeenFromTheFolderOfTheSettings() throws IOException {
    write("ballast.toml", "[rules]\nterm-missing.files = 'drafts/*'\n");
    FindingReport report =
        new CheckedFolder(folder.resolve("drafts"))
            .check(PairSource.ofFiles("units.tsv", "../units.tsv"));
    assertThat(CheckedFolder.lines(report)).contains("boat").doesNotContain("stone");
  }

  @Test
  void entriesOfOtherDomainsAndProjectsAreLeftOut() throws IOException {
    String sea = found(new EntryScope(named("sea"), NamedFields.ALL));
    assertThat(sea).contains(MISSING_TIDE, MISSING_BOAT).doesNotContain(MISSING_STONE);
    String north = found(new EntryScope(NamedFields.ALL, named("north")));
    assertThat(north).contains(MISSING_STONE, MISSING_TIDE, MISSING_BOAT);
    write("ballast.toml", "[check]\ndomain = ['diplomacy']\n");
    assertThat(found()).contains(MISSING_STONE, MISSING_BOAT).doesNotContain(MISSING_TIDE);
    assertThat(check("--domain", "weather").out())
        .contains("units.tsv,2,1,error,term-missing,tide");
    Outcome unknown = check("--domain", "diplomcy");
    assertThat(unknown.status()).isEqualTo(ExitCode.FAILED);
    assertThat(unknown.err()).contains("\"diplomcy\"", "did you mean \"diplomacy\"?");
  }

  @Test
  void theCommandLineGoesBeforeTheFile() throws IOException {
    write("other/terms.csv", "zh,en\n小船,dinghy\n");
    write(
        "settings.toml",
        """
        [check]
        fail-on = "never"
        max = 1
        glossary = ["other"]
        baseline = "known.tsv"
        """);
    assertThat(check("--config", "settings.toml", "--update-baseline").status()).isZero();
    assertThat(read("known.tsv")).contains("dinghy").doesNotContain("stone");
    assertThat(check("--config", "settings.toml").err()).contains("2 more are in the baseline");
    Outcome asked =
        check(words("--config settings.toml --glossary glossary --max 9 --fail-on error"));
    assertThat(asked.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(asked.out())
        .contains("units.tsv,1,1,error,term-missing,stone")
        .contains("units.tsv,2,1,error,term-missing,tide");
  }

  @Test
  void theNearestFileIsTakenAndNoneFromAbove() throws IOException {
    write("ballast.toml", "[rules]\nrepeated-word = 'off'\n");
    write("glossary/ballast.toml", "[rules]\nterm-missing = 'off'\n");
    assertThat(check("-v").err()).contains("settings of ballast.toml");
    Files.delete(folder.resolve("ballast.toml"));
    assertThat(check("-v").err()).contains("settings of glossary/ballast.toml");
    assertThat(check().out()).doesNotContain("term-missing");
    write("inner/tm/.keep", "");
    write("inner/units.tsv", "潮水退了。\tThe water has has gone.\n");
    CommandRunner inner = new CommandRunner(folder.resolve("inner"));
    assertThat(inner.run("check", "units.tsv", "-v").err()).doesNotContain("settings of");
    write("inner/terms.csv", "zh,en\n潮水,tide\n");
    write("inner/ballast.toml", "[rules]\nrepeated-word = 'off'\n");
    assertThat(check("--glossary", "inner/terms.csv", "-v").err())
        .contains("settings of inner/ballast.toml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [rule] | ballast.toml:1:1: rule is not a known key | did you mean "rules"?
          [rules]~term-mising = 'off' | ballast.toml:2:1: rules.term-mising is not a known rule | did you mean "term-missing"?
          [rules]~omitted = 'of' | ballast.toml:2:1: rules.omitted cannot be "of" | did you mean "off"?
          [rules]~omitted = 3 | ballast.toml:2:1: rules.omitted must be a text | page
          [rules.omitted]~file = 'a' | ballast.toml:2:1: rules.omitted.file is not a known key | did you mean "files"?
          [rules.omitted]~domains = 'a' | ballast.toml:2:1: rules.omitted.domains has no effect | remove it
          [check]~fail_on = 'error' | ballast.toml:2:1: check.fail_on is not a known key | did you mean "fail-on"?
          [check]~fail-on = 'errors' | ballast.toml:2:1: check.fail-on cannot be "errors" | did you mean "error"?
          [check]~max = -1 | ballast.toml:2:1: check.max must be a whole number | page
          [check]~glossary = {} | ballast.toml:2:1: check.glossary must be a text or a list | page
          check = 1 | ballast.toml:1:1: check must be a table | page
          [check]~domain = ['see'] | ballast.toml:2:1: check.domain: no glossary entry has the domain "see" | did you mean "sea"?
          [rules]~term-missing.domains = 'see' | ballast.toml:2:1: rules.term-missing.domains: no glossary entry | did you mean "sea"?
          [check]~max = | ballast.toml:2:6: not TOML | key = "value"
          """)
  void mistakesAreNamedWithTheirPlace(String text, String message, String hint) throws IOException {
    write("ballast.toml", text.replace('~', '\n'));
    InputException wrong = catchThrowableOfType(InputException.class, this::found);
    assertThat(wrong).hasMessageContaining(message);
    assertThat(wrong.hint()).contains(hint);
    Outcome outcome = check();
    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).contains(message, hint);
  }

  /** In a work tree, what a stranger's branch brings names nothing outside of it. */
  @ParameterizedTest
  @CsvSource({
    "glossary = '/etc/passwd', check.glossary leads to",
    "glossary = '../outside.csv', check.glossary leads to",
    "glossary = '.git/config', check.glossary leads to",
    "glossary = 'link.csv', check.glossary leads to",
    "glossary = 'linked/../outside.csv', check.glossary leads to",
    "glossary = 'folder', check.glossary leads to",
    "baseline = 'nowhere.tsv', check.baseline leads to",
    "baseline = 'linked/new.tsv', check.baseline leads to",
    "baseline = 'pipe', which is not a regular file"
  })
  void namesNothingOutsideTheWorkTree(String setting, String message) throws Exception {
    Path tree = folder.resolve("tree");
    Path other = folder.resolve("other");
    write("outside.csv", "secret\n");
    write("other/outside.csv", "secret\n");
    write("tree/.git/config", "secret\n");
    write("tree/units.tsv", HEAVY);
    write("tree/folder/terms.csv", "zh,en\n船,ship\n");
    Files.createSymbolicLink(tree.resolve("folder/more.csv"), other.resolve("outside.csv"));
    Files.createSymbolicLink(tree.resolve("link.csv"), Path.of("../outside.csv"));
    Files.createSymbolicLink(tree.resolve("linked"), Files.createDirectory(other.resolve("in")));
    Files.createSymbolicLink(tree.resolve("nowhere.tsv"), other.resolve("gone.tsv"));
    assertThat(new ProcessBuilder("mkfifo", tree.resolve("pipe").toString()).start().waitFor())
        .isZero();
    write("tree/ballast.toml", "[check]\n" + setting + "\n");
    Outcome outcome = new CommandRunner(tree).run("check", "units.tsv");
    assertThat(outcome.status()).as(outcome.out()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).contains("ballast.toml:2:").contains(message);
    assertThat(outcome.err()).doesNotContain("secret");
  }

  @Test
  void isNotReadThroughALinkOutOfTheWorkTree() throws IOException {
    write("secret.toml", "secret\n");
    write("tree/.git/config", "");
    write("tree/units.tsv", HEAVY);
    Files.createSymbolicLink(folder.resolve("tree/ballast.toml"), Path.of("../secret.toml"));
    Outcome outcome = new CommandRunner(folder.resolve("tree")).run("check", "units.tsv");
    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).contains("leads out of the git work tree").doesNotContain("secret");
  }

  @Test
  void namesFilesOfTheWorkTreeAlsoByLinks() throws IOException {
    write("tree/.git/config", "");
    write("tree/units.tsv", HEAVY);
    write("tree/a/terms.csv", "zh,en\n压舱石,ballast stone\n");
    Files.createSymbolicLink(folder.resolve("tree/terms.csv"), Path.of("a/terms.csv"));
    write("tree/ballast.toml", "[check]\nglossary = 'terms.csv'\nbaseline = 'known.tsv'\n");
    CommandRunner runner = new CommandRunner(folder.resolve("tree"));
    assertThat(runner.run("check", "units.tsv", "--update-baseline").err()).contains("1 finding");
  }
}
