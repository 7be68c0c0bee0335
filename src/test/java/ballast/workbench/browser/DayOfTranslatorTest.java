package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MemoryUpkeep;
import ballast.bitext.Unit;
import ballast.cli.CommandRunner;
import ballast.memory.MemoryStore;
import ballast.memory.PinnedBead;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omegat.util.Language;
import org.omegat.util.RuntimePreferences;
import org.omegat.util.TMXReader2;

/** A whole day: from two files in an empty work to a memory that OmegaT reads. */
final class DayOfTranslatorTest extends BrowserTest {

  private static final String PARSER = "javax.xml.stream.XMLInputFactory";

  private Path work;
  private Page page;
  private Beads beads;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    work = Files.createDirectory(folder.resolve("work"));
    client = WorkbenchClient.open(work);
    page = page();
    beads = new Beads(page);
  }

  @Override
  protected MemoryStore memory() {
    return memory(work);
  }

  private Stream<Unit> approved() {
    return units().stream().filter(unit -> unit.provenance().status() == Unit.Status.APPROVED);
  }

  private List<String> approvedPairs() {
    return approved().map(unit -> unit.source() + " = " + unit.target()).toList();
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  /** So that a failure says which hour broke. */
  private static void at(String hour, Work work) {
    try {
      work.run();
    } catch (Exception | AssertionError e) {
      throw new AssertionError("at " + hour + ": " + e.getMessage(), e);
    }
  }

  @Test
  void twoFilesBecomeAMemory() {
    at("8:00, dropping the files", this::dropTheFiles);
    at("9:00, linking a sentence far away", this::linkFarApart);
    at("9:15, joining, by key", this::join);
    at("9:30, splitting and swapping", this::splitAndSwap);
    at("9:45, cutting inside a sentence, by mouse", this::cutInside);
    at("10:00, taking a sentence up", this::takeUp);
    at("11:00, confirming", this::confirm);
    at("11:30, taking back and doing again", this::undoAndRedo);
    at("12:00, looking things up", this::search);
    at("13:00, correcting a number", this::correctTheNumber);
    at("14:00, accepting a term", this::acceptTheTerm);
    at("15:00, using the term", this::useTheTerm);
    at("15:30, approving the translations", this::approve);
    at("16:00, exporting for OmegaT", this::export);
    at("17:00, closing", this::closing);
    at("18:00, after a last paragraph", this::aLastParagraph);
  }

  private void dropTheFiles() throws IOException {
    List<Path> files = Lighthouse.putOn(Files.createDirectory(folder.resolve("desk")));
    assertThat(page.locator(".lead")).isVisible();
    drop(page, files, page.locator("#drop"));
    Locator link = page.locator(".outcomes a");
    assertThat(link).hasText(Lighthouse.DOCUMENT);
    link.click();
    assertThat(page.locator("#progress")).hasText("3 to look at · 0 of 38 confirmed · saved");
    listens(page);
  }

  private void linkFarApart() {
    assertThat(page.locator(".here td.source")).containsText("海是会说话的");
    page.keyboard().press("l");
    assertThat(page.locator(".linking")).hasCount(1);
    beads.choose("As for the ocean");
    beads.press("l", "Linked");
    assertThat(page.locator("#progress")).hasText("1 to look at · 0 of 37 confirmed · saved");
  }

  private void join() {
    beads.choose("The youngest was only eight.");
    beads.press("m", "Merged");
    assertThat(page.locator("#progress"))
        .hasText("None left to look at · 0 of 36 confirmed · saved");
  }

  private void splitAndSwap() {
    beads.choose("The wind blew his hat away.");
    page.locator("#tools [data-move=split]").click();
    page.keyboard().press("Enter");
    beads.press("Enter", "Split");
    assertThat(beads.row("他提着油桶")).containsText("The wind blew his hat away.");
    beads.press("w", "Swapped");
    assertThat(beads.row("他提着油桶")).containsText("He took the oil can");
  }

  private void cutInside() {
    Locator row = beads.choose("The radio was broken");
    page.locator("#tools [data-move=split]").click();
    assertThat(row.locator("td.source .caret")).isVisible();
    page.keyboard().press("Enter");
    assertThat(row.locator("td.source .caret.done")).isVisible();
    beads.point(row.locator("td.target p"), "The radio was broken, ".length());
    assertThat(row.locator("td.target .caret")).isVisible();
    beads.press("Enter", "Split");
    assertThat(beads.row("收音机坏了")).containsText("The radio was broken,");
    assertThat(beads.row("收音机坏了")).not().containsText("so he could");
  }

  private void takeUp() {
    beads.choose("老陈没有说话");
    beads.press("]", "Moved up");
    assertThat(beads.row("老陈没有说话")).containsText("Not a single word did he utter that day.");
    assertThat(beads.row("他把灯擦了三遍").locator("td.target")).hasText("not translated");
    assertThat(page.locator("#progress"))
        .hasText("None left to look at · 0 of 38 confirmed · saved");
  }

  private List<String> confirmedPairs() {
    return units().stream()
        .filter(unit -> unit.provenance().pairing().isConfirmed())
        .map(unit -> unit.source() + " = " + unit.target())
        .toList();
  }

  private void confirm() {
    for (String right : Lighthouse.SET_RIGHT) {
      beads.choose(right.substring(0, right.indexOf(" = ")));
      beads.press("Enter", "Pair confirmed");
    }
    assertThat(confirmedPairs())
        .hasSize(Lighthouse.SET_RIGHT.size())
        .containsAll(Lighthouse.SET_RIGHT);
    beads.until("All sure pairs are confirmed", () -> page.locator("#confirm-sure").click());
    assertThat(confirmedPairs()).hasSize(Lighthouse.UNITS).containsAll(Lighthouse.SET_RIGHT);
  }

  private void undoAndRedo() {
    beads.press("z", "Undone: confirmed 30 pairs");
    assertThat(confirmedPairs()).hasSize(Lighthouse.SET_RIGHT.size());
    beads.press("Z", "Redone: confirmed 30 pairs");
    assertThat(confirmedPairs()).hasSize(Lighthouse.UNITS);
  }

  private void search() {
    room(page, "Memory");
    assertThat(page.locator("#undo-button")).isVisible();
    page.keyboard().press("/");
    page.keyboard().insertText("每天傍晚，老陈都要爬到塔顶上去点灯。");
    assertThat(page.locator("#units .score")).containsText("%");
    assertThat(page.locator("#units .unit")).containsText("Every evening Old Chen climbed");
    page.locator("#q").fill("rusty lock");
    assertThat(page.locator("#units mark.hit")).hasText("rusty lock");
    assertThat(page.locator("#units .score")).hasCount(0);
  }

  private Locator finding(String message) {
    return page.locator("#check .finding", new Page.LocatorOptions().setHasText(message));
  }

  /** Writes another translation where a finding is. */
  private void edit(Locator finding, String translation) {
    Locator field = page.locator("textarea[data-edit]");
    finding.locator("button[id^=edit-]").click();
    assertThat(field).isFocused();
    field.fill(translation);
    page.keyboard().press("Control+Enter");
    assertThat(field).hasCount(0);
    assertThat(finding).hasCount(0);
  }

  private void correctTheNumber() {
    room(page, "Check");
    Locator finding = finding("四十 became fourteen");
    assertThat(finding).isVisible();
    edit(finding, Lighthouse.NUMBER);
  }

  private void acceptTheTerm() throws IOException {
    room(page, "Glossary");
    page.locator("#mine").click();
    Locator candidate = page.locator(".candidate:has(input[name=zh][value=灯塔])");
    assertThat(candidate.locator("input[name=en]")).hasValue("lighthouse");
    candidate.locator("button.go").click();
    assertThat(page.locator(".accepted")).containsText("灯塔 – lighthouse");
    assertThat(work.resolve("glossary/terms.csv")).content(UTF_8).contains("灯塔,lighthouse");
  }

  private void useTheTerm() {
    room(page, "Check");
    page.locator(".tools a[href$='view=place']").click();
    listens(page);
    Locator finding = finding("灯塔 is \"lighthouse\", which is missing");
    assertThat(finding).isVisible();
    edit(finding, Lighthouse.TERM);
    page.reload();
    assertThat(page.locator("#running")).isHidden();
    assertThat(page.locator("#check .finding")).hasCount(1);
    assertThat(page.locator("#check .finding")).containsText("not translated: 那一天");
    assertThat(page.locator("#check"))
        .containsText(Lighthouse.UNITS + 1 + " pairs checked against one term");
  }

  /** Confirmed pairs are drafts until somebody approves their translations. */
  private void approve() {
    room(page, "Memory");
    page.locator(".chips .draft").click();
    page.waitForURL(url -> url.contains("status=draft"));
    assertThat(page.locator("#units .unit > input")).hasCount(Lighthouse.UNITS);
    page.locator("#all").click();
    assertThat(page.locator("#count")).hasText(Lighthouse.UNITS + " selected");
    page.keyboard().press("a");
    assertThat(page.locator("#units .badge.approved")).hasCount(Lighthouse.UNITS);
    assertThat(approvedPairs()).hasSize(Lighthouse.UNITS);
  }

  private void export() throws Exception {
    room(page, "Export");
    page.locator("input[name=status][value=draft]").uncheck();
    assertThat(page.locator("#count")).hasText(Lighthouse.UNITS + " units.");
    Download download = page.waitForDownload(() -> page.locator("#file-tmx-omegat").click());
    Path tmx = folder.resolve(download.suggestedFilename());
    download.saveAs(tmx);
    Map<String, String> read = readByOmegat(tmx);
    Map<String, String> approved = new TreeMap<>();
    approved().forEach(unit -> approved.put(unit.source(), unit.target()));
    assertThat(read)
        .hasSize(Lighthouse.UNITS)
        .isEqualTo(approved)
        .containsValues(Lighthouse.NUMBER, Lighthouse.TERM);
  }

  /** The translations that OmegaT's own reader, unmodified, finds in a file. */
  private Map<String, String> readByOmegat(Path tmx) throws Exception {
    RuntimePreferences.setConfigDir(folder.resolve("omegat").toString());
    Map<String, String> pairs = new TreeMap<>();
    reader()
        .readTMX(
            tmx.toFile(),
            new Language("ZH-CN"),
            new Language("EN-US"),
            /* isSegmentingEnabled= */ true,
            /* forceOmegaTMX= */ false,
            /* extTmxLevel2= */ false,
            /* useSlash= */ false,
            (unit, source, target, isParagraph) -> {
              pairs.put(source.text, target.text);
              return true;
            });
    return pairs;
  }

  /** With the parser that OmegaT comes with, not the one that tests happen to have. */
  private static TMXReader2 reader() {
    String before = System.getProperty(PARSER);
    System.setProperty(PARSER, "com.sun.xml.internal.stream.XMLInputFactoryImpl");
    try {
      return new TMXReader2();
    } finally {
      if (before == null) {
        System.clearProperty(PARSER);
      } else {
        System.setProperty(PARSER, before);
      }
    }
  }

  private void closing() {
    List<PinnedBead> pins = pins(Lighthouse.DOCUMENT);
    MemoryUpkeep upkeep = new MemoryUpkeep(Workplace.in(folder), Notices.NONE);
    assertThat(upkeep.verify(memory(), /* index= */ true, /* rebuild= */ false).isSound()).isTrue();
    assertThat(align()).contains("1 pair: 1 already aligned");
    assertThat(pins(Lighthouse.DOCUMENT)).isEqualTo(pins);
    assertThat(approvedPairs()).hasSize(Lighthouse.UNITS).containsAll(Lighthouse.SET_RIGHT);
  }

  private String align() {
    CommandRunner.Outcome outcome = new CommandRunner(work).run("align", "tm/articles");
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out() + outcome.err();
  }

  private void aLastParagraph() throws IOException {
    Lighthouse.goOn(work.resolve("tm/articles"));
    assertThat(align()).contains("1 pair: 1 aligned");
    assertThat(approvedPairs()).containsAll(Lighthouse.SET_RIGHT);
    room(page, "Articles");
    page.locator("th a").click();
    assertThat(page.locator("#progress"))
        .hasText("None left to look at · 37 of 39 confirmed · saved");
    for (String right : Lighthouse.SET_RIGHT) {
      String[] texts = right.split(" = ");
      List<String> target = beads.row(texts[0]).locator("td.target p").allInnerTexts();
      assertThat(String.join(" ", target)).isEqualTo(texts[1]);
    }
  }
}
