package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.memory.PinnedBead;
import ballast.workbench.WorkbenchClient;
import ballast.workflow.Workplace;
import ballast.workflow.memory.MemoryVerification;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole day: from two files in an empty folder to a memory that OmegaT reads. The translation has
 * a sentence at another place, one too many, two in another order, one left out, a wrong number and
 * another word for a term.
 */
final class DayOfTranslatorTest extends BrowserTest {

  private static final String DOCUMENT = "tm/articles/lighthouse";
  private static final int UNITS = 37;
  private static final double PATIENCE = 60_000;

  /** The beads that are set right by hand, as they must be in the evening. */
  private static final List<String> SET_RIGHT =
      List.of(
          "他说，海是会说话的，只是说得很慢。"
              + " = As for the ocean, it has a voice of its own for those with patience.",
          "船上有六个人，最小的只有八岁。 = There were six people on board."
              + " The youngest was only eight. He was hardly more than a little boy.",
          "他提着油桶，又爬上了灯塔。 = He took the oil can and climbed the lighthouse again.",
          "风把他的帽子吹走了。 = The wind blew his hat away.",
          "收音机坏了。 = The radio was broken,",
          "他只能听风的声音。 = so he could only listen to the sound of the wind.",
          "老陈没有说话。 = Old Chen said nothing. Not a single word did he utter that day.");

  private static final String NUMBER =
      "Old Chen divided the rice into forty portions and ate one of them each day.";

  private static final String TERM = "They said it was the lighthouse that had saved their lives.";

  @TempDir Path temporary;
  private Path folder;
  private WorkbenchClient client;
  private RecordedWork recorded;
  private Page page;
  private Beads beads;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    folder = Files.createDirectory(temporary.resolve("work"));
    recorded = new RecordedWork(folder.resolve("tm/memory.db"));
    client = WorkbenchClient.open(folder);
    page = page(client);
    beads = new Beads(page);
  }

  @AfterEach
  void close() {
    closePages();
    client.close();
    assertThat(client.failures()).isEmpty();
  }

  /** Something that is done in an hour. */
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
    at("15:30, approving what was edited", this::approveTheEdited);
    at("16:00, exporting for OmegaT", this::export);
    at("17:00, closing", this::closing);
  }

  private void dropTheFiles() throws IOException {
    Path desk = Files.createDirectory(temporary.resolve("desk"));
    List<Path> files = new ArrayList<>();
    for (String name : List.of("lighthouse.zh.txt", "lighthouse.en.txt")) {
      try (InputStream text = getClass().getResourceAsStream(name)) {
        Files.copy(Objects.requireNonNull(text), desk.resolve(name));
      }
      files.add(desk.resolve(name));
    }
    assertThat(page.locator(".lead")).isVisible();
    drop(page, files, page.locator("#drop"));
    Locator link = page.locator(".outcomes a");
    assertThat(link).hasText(DOCUMENT, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    link.click();
    assertThat(page.locator("#progress")).hasText("3 to look at of 38 beads · saved");
  }

  private void linkFarApart() {
    assertThat(page.locator(".here td.source")).containsText("海是会说话的");
    page.keyboard().press("l");
    assertThat(page.locator(".linking")).hasCount(1);
    beads.choose("As for the ocean");
    beads.press("l", "Linked");
    assertThat(page.locator("#progress")).hasText("1 to look at of 37 beads · saved");
  }

  private void join() {
    beads.choose("The youngest was only eight.");
    beads.press("m", "Merged");
    assertThat(page.locator("#progress")).hasText("All looked at of 36 beads · saved");
  }

  private void splitAndSwap() {
    beads.choose("The wind blew his hat away.");
    beads.until("Split", () -> page.locator(".here button[data-move=split]").click());
    assertThat(beads.row("他提着油桶")).containsText("The wind blew his hat away.");
    beads.press("w", "Swapped");
    assertThat(beads.row("他提着油桶")).containsText("He took the oil can");
  }

  private void cutInside() {
    Locator row = beads.choose("The radio was broken");
    row.locator("button[data-move=cut]").click();
    assertThat(row.locator(".caret")).isVisible();
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
    assertThat(page.locator("#progress")).hasText("All looked at of 38 beads · saved");
  }

  private void confirm() {
    for (String right : SET_RIGHT) {
      beads.choose(right.substring(0, right.indexOf(" = ")));
      beads.press("Enter", "Right");
    }
    assertThat(recorded.approvedPairs()).hasSize(SET_RIGHT.size()).containsAll(SET_RIGHT);
    beads.until("All sure beads are confirmed", () -> page.locator("#confirm-sure").click());
    assertThat(recorded.approvedPairs()).hasSize(UNITS).containsAll(SET_RIGHT);
  }

  private void undoAndRedo() {
    beads.press("z", "Taken back");
    assertThat(recorded.approvedPairs()).hasSize(SET_RIGHT.size());
    beads.press("y", "Done again");
    assertThat(recorded.approvedPairs()).hasSize(UNITS);
  }

  private void search() {
    room(page, "Memory");
    assertThat(page.locator("#undo-button")).isVisible();
    page.keyboard().press("/");
    page.keyboard().insertText("每天傍晚，老陈都要爬到塔顶上去点灯。");
    assertThat(page.locator("#units .score")).hasText("84 %");
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
    assertThat(finding).isVisible(patiently());
    edit(finding, NUMBER);
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }

  private void acceptTheTerm() throws IOException {
    room(page, "Glossary");
    page.locator("#mine").click();
    Locator candidate = page.locator(".candidate:has(input[name=zh][value=灯塔])");
    assertThat(candidate.locator("input[name=en]")).hasValue("lighthouse");
    candidate.locator("button.go").click();
    assertThat(page.locator(".accepted")).containsText("灯塔 – lighthouse");
    assertThat(folder.resolve("glossary/terms.csv")).content(UTF_8).contains("灯塔,lighthouse");
  }

  private void useTheTerm() {
    room(page, "Check");
    Locator finding = finding("灯塔 is \"lighthouse\", which is missing");
    assertThat(finding).isVisible(patiently());
    edit(finding, TERM);
    page.reload();
    assertThat(page.locator("#running")).isHidden();
    assertThat(page.locator("#check .finding")).hasCount(0);
    assertThat(page.locator("#check")).containsText(UNITS + " units checked against one term");
  }

  /** An edited unit is a draft again. */
  private void approveTheEdited() {
    room(page, "Memory");
    page.locator(".conditions summary").click();
    page.locator("input[name=status][value=draft]").check();
    Locator units = page.locator("#units .unit");
    assertThat(units).hasCount(2);
    for (int i = 0; i < 2; i++) {
      page.keyboard().press("j");
      assertThat(units.nth(i)).isFocused();
      page.keyboard().press("a");
      assertThat(units.nth(i).locator(".badge")).hasText("approved");
    }
  }

  private void export() throws Exception {
    room(page, "Export");
    page.locator("input[name=status][value=approved]").check();
    assertThat(page.locator("#count")).hasText(UNITS + " units.");
    Download download = page.waitForDownload(() -> page.locator("#file-tmx-omegat").click());
    Path tmx = temporary.resolve(download.suggestedFilename());
    download.saveAs(tmx);
    Map<String, String> read = OmegaTReader.pairs(tmx, temporary.resolve("omegat"));
    Map<String, String> approved = new TreeMap<>();
    recorded.approved().forEach(unit -> approved.put(unit.source(), unit.target()));
    assertThat(read).hasSize(UNITS).isEqualTo(approved).containsValues(NUMBER, TERM);
  }

  private void closing() {
    List<PinnedBead> pins = recorded.pins(DOCUMENT);
    MemoryVerification.Request request =
        new MemoryVerification.Request(recorded.memory(), /* index= */ true, /* rebuild= */ false);
    assertThat(new MemoryVerification(Workplace.in(folder)).run(request).isSound()).isTrue();
    CommandRunner.Outcome again = new CommandRunner(folder).run("align", "tm/articles");
    assertThat(again.status()).isZero();
    assertThat(again.out() + again.err()).contains("1 pair: 1 already aligned");
    assertThat(recorded.pins(DOCUMENT)).isEqualTo(pins);
    assertThat(recorded.approvedPairs()).hasSize(UNITS).containsAll(SET_RIGHT);
    room(page, "Articles");
    page.locator("th a").click();
    for (String right : SET_RIGHT) {
      String[] texts = right.split(" = ");
      assertThat(beads.row(texts[0])).isVisible();
      List<String> target = beads.row(texts[0]).locator("td.target p").allInnerTexts();
      assertThat(String.join(" ", target)).isEqualTo(texts[1]);
    }
  }
}
