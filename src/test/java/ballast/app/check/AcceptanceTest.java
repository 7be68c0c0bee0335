package ballast.app.check;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.Acceptance.Accepted;
import ballast.app.check.BaselineFile.KnownFindings;
import ballast.app.units.UnitFileImport;
import ballast.check.LocatedFinding;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptanceTest extends FolderTest {

  private Workplace workplace = Workplace.in(Path.of(""));

  @BeforeEach
  void fill() throws IOException {
    workplace = Workplace.in(folder).withAuthor("Lin");
    write(
        "glossary/terms.csv",
        "id,zh,en,status\nballast,压舱石,ballast stone,\nballast,压舱石,cornerstone,forbidden\n");
    write(
        "units.tsv",
        "货轮装着压舱石。\tThe freighter has a cornerstone.\n城里有3座桥。\tThe town has 4 bridges.\n");
    new UnitFileImport(workplace, Notices.NONE)
        .run(UnitFileImport.Request.of(memory(), "units.tsv"));
  }

  private MemoryStore memory() {
    return Memories.at(folder.resolve("memory.db"));
  }

  private MemoryCheck check() {
    return new MemoryCheck(workplace, memory(), Lexicon.bundledWhenNeeded());
  }

  private List<LocatedFinding> findings() {
    return check().check(UnitFilter.CURRENT).report().all();
  }

  private List<String> rules() {
    return findings().stream().map(one -> one.finding().rule()).toList();
  }

  private void accept(String rule, String reason) throws IOException {
    new Acceptance(workplace).accept(about(findings(), rule), reason);
  }

  private static LocatedFinding about(List<LocatedFinding> findings, String rule) {
    return findings.stream()
        .filter(one -> one.finding().rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAcceptedFindingIsLeftOutAndItsReasonKept() throws IOException {
    assertThat(findings()).hasSize(2);
    accept("number-mismatch", "\tone\nis built ");
    assertThat(rules()).containsExactly("term-forbidden");
    accept("term-forbidden", "his words");
    assertThat(check().check(UnitFilter.CURRENT).report().inBaseline()).isEqualTo(2);
    assertThat(Files.readAllLines(folder.resolve("ballast-baseline.tsv"), UTF_8))
        .hasSize(3)
        .anyMatch(line -> line.endsWith("3 became 4 – one is built (Lin)"))
        .anyMatch(line -> line.endsWith("his words (Lin)"));
  }

  @Test
  void aReasonStaysWhenTheBaselineIsUpdated() throws IOException {
    accept("number-mismatch", "one is built");
    TranslationCheck.Request request =
        CheckedFolder.without(
            TranslationCheck.Request.of(PairSource.ofMemory(memory())),
            KnownFindings.in("ballast-baseline.tsv", KnownFindings.Upkeep.UPDATE));
    new TranslationCheck(workplace, Notices.NONE, Lexicon.bundled()).check(request);
    assertThat(read("ballast-baseline.tsv")).contains("3 became 4 – one is built (Lin)");
  }

  /** What Excel makes of the file, and editors of Windows. */
  @ParameterizedTest
  @ValueSource(strings = {"GBK", "UTF-8", "UTF-16LE"})
  void aBaselineThatAnotherProgramHasSavedIsRead(String charset) throws IOException {
    accept("number-mismatch", "\"三\"是旧数，已经改过了");
    Path baseline = folder.resolve("ballast-baseline.tsv");
    List<String> lines = Files.readAllLines(baseline, UTF_8);
    String message = lines.get(1).substring(lines.get(1).lastIndexOf('\t') + 1);
    String quoted =
        lines.get(1).replace(message, "\"" + message.replace("\"", "\"\"") + "\"").concat("\t");
    String mark = charset.startsWith("UTF") ? "\uFEFF" : "";
    String saved = mark + lines.get(0) + "\t\t\t\t\r\n" + quoted + "\r\n";
    Files.write(baseline, saved.getBytes(Charset.forName(charset)));

    assertThat(rules()).containsExactly("term-forbidden");
    accept("term-forbidden", "his words");
    assertThat(Files.readAllLines(baseline, UTF_8)).hasSize(3).containsAll(lines);
  }

  @Test
  void aBaselineThatIsNotTextIsNamedAsWhatItIs() throws IOException {
    write("ballast.toml", "[check]\nbaseline = \"known.tsv\"");
    byte[] bytes = "# ballast baseline 1\n\u00E9t\u00E9".getBytes(ISO_8859_1);
    Files.write(folder.resolve("known.tsv"), bytes);
    assertRefused(this::findings)
        .hasMessage(
            "cannot read \"known.tsv\": it is neither UTF-8 nor Chinese in another encoding (line"
                + " 2)");
  }

  @Test
  void theSettingsKeepEverythingElse() throws IOException {
    write("ballast.toml", "# ours\n[rules]\nuntranslated = \"off\"\n\n[check] # all\nmax = 7\n");
    accept("number-mismatch", "so");
    assertThat(read("ballast.toml"))
        .isEqualTo(
            """
            # ours
            [rules]
            untranslated = "off"

            [check] # all
            baseline = "ballast-baseline.tsv"
            max = 7
            """);
    assertThat(findings()).hasSize(1);
  }

  @Test
  void theBaselineOfTheSettingsIsUsed() throws IOException {
    write("ballast.toml", "[check]\nbaseline = \"known.tsv\"");
    write("known.tsv", "# ballast baseline 1\n");
    Acceptance acceptance = new Acceptance(workplace);
    assertThat(acceptance.file()).isEqualTo("known.tsv");
    acceptance.accept(about(findings(), "number-mismatch"), "so");
    assertThat(folder.resolve("ballast-baseline.tsv")).doesNotExist();
    assertThat(read("ballast.toml")).isEqualTo("[check]\nbaseline = \"known.tsv\"");
    assertThat(findings()).hasSize(1);
  }

  @Test
  void aReasonIsNeeded() {
    assertRefused(() -> accept("number-mismatch", " \n"), "without a reason");
    assertThat(folder.resolve("ballast.toml")).doesNotExist();
  }

  @Test
  void safeFixesArePlannedAndMade() {
    Fixing.Result planned = check().planFixes();
    assertThat(planned.fixed()).isEqualTo(1);
    assertThat(findings()).hasSize(2);
    check().applyFixes(planned, new Origin("Lin", "fix"));
    assertThat(rules()).containsExactly("number-mismatch");
  }

  @Test
  void fixesThatNoLongerFitAreNotMade() throws IOException {
    Fixing.Result planned = check().planFixes();
    check().applyFixes(planned, new Origin("Lin", "fix"));
    assertRefused(() -> check().applyFixes(planned, new Origin("Lin", "fix")));
  }

  @Test
  void anAcceptedFindingCanBeTakenBack() throws IOException {
    Acceptance acceptance = new Acceptance(workplace);
    LocatedFinding number = about(findings(), "number-mismatch");
    LocatedFinding forbidden = about(findings(), "term-forbidden");
    acceptance.accept(number, "one – the old one – is built");
    acceptance.accept(forbidden, "his words");
    FindingReport report = check().check(UnitFilter.CURRENT).report();
    assertThat(acceptance.reasons(report.accepted()))
        .extracting(Accepted::reason, Accepted::author)
        .containsExactlyInAnyOrder(
            tuple("one – the old one – is built", "Lin"), tuple("his words", "Lin"));
    acceptance.withdraw(number);
    acceptance.withdraw(number);
    assertThat(rules()).containsExactly("number-mismatch");
  }

  /** A command may be run between two actions; nothing of what it has written is lost. */
  @Test
  void whatACommandWritesMeanwhileStays() throws IOException {
    List<LocatedFinding> before = findings();
    Acceptance acceptance = new Acceptance(workplace);
    acceptance.accept(about(before, "number-mismatch"), "so");
    String other = "term-count\tballast\t0123456789abcdef0123\t1\ta.tsv\tfrom a command\n";
    write("ballast-baseline.tsv", read("ballast-baseline.tsv") + other);
    acceptance.accept(about(before, "term-forbidden"), "his words");
    assertThat(read("ballast-baseline.tsv")).contains("from a command", "his words", "so (Lin)");
  }

  @Test
  void theFilesThatDecideAreNamed() throws IOException {
    assertThat(check().files()).containsExactly(folder.resolve("glossary/terms.csv"));
    write("ballast.toml", "[check]\nbaseline = \"known.tsv\"");
    assertThat(check().files())
        .containsExactly(
            folder.resolve("ballast.toml"),
            folder.resolve("glossary/terms.csv"),
            folder.resolve("known.tsv"));
  }
}
