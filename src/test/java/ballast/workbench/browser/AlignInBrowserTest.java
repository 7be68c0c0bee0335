package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BeadEditor;
import ballast.app.align.BeadMove;
import ballast.bitext.Unit;
import ballast.memory.PinnedBead;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Beads are moved by key and by mouse, and the memory has every move. */
final class AlignInBrowserTest extends BrowserTest {

  private static final String PATH = "/align?document=" + SampleArticle.DOCUMENT;

  private Page open(int width, ColorScheme scheme) throws IOException, InterruptedException {
    client = WorkbenchClient.open(folder);
    Page page = page(width, scheme);
    go(page, PATH);
    page.waitForSelector(".here .grip");
    return page;
  }

  private Page open() throws IOException, InterruptedException {
    SampleArticle.fill(folder);
    return open(1280, ColorScheme.LIGHT);
  }

  private List<PinnedBead> pins() {
    return pins(SampleArticle.DOCUMENT);
  }

  /** Presses a key and waits until the page has said what it did. */
  private static void press(Page page, String key, String said) {
    page.evaluate("document.getElementById('said').textContent = ''");
    page.keyboard().press(key);
    assertThat(page.locator("#said")).containsText(said);
  }

  private static Locator row(Page page, int number) {
    return page.locator("#d1-" + number);
  }

  private static void choose(Page page, int number) {
    row(page, number).locator("td.target").click();
    assertThat(row(page, number)).hasClass(Pattern.compile(".*\\bhere\\b.*"));
  }

  @Test
  void theFirstBeadToLookAtIsChosen() throws Exception {
    Page page = open();
    assertThat(page.locator(".here td.target p")).hasText(SampleArticle.ADDED);
    assertThat(page.locator("#progress")).containsText("1 to look at · 0 of 9 confirmed");
    assertThat(page.locator("#aside")).containsText("only here");
    assertThat(row(page, 3).locator("mark")).hasText(new String[] {"压舱石", "ballast stone"});
  }

  @Test
  void confirmingAPairApprovesNoTranslationAndGoesOn() throws Exception {
    Page page = open();
    choose(page, 2);
    press(page, "Enter", "Pair confirmed");
    assertThat(row(page, 2)).hasClass(Pattern.compile(".*confirmed.*"));
    assertThat(focus(page)).isEqualTo("d1-3");
    assertThat(pins()).singleElement().matches(PinnedBead::confirmed);
    assertThat(pins().get(0).author()).isEqualTo("Lin");
    assertThat(units()).allMatch(unit -> unit.provenance().status() == Unit.Status.DRAFT);
    assertThat(units().stream().filter(unit -> unit.provenance().pairing().isConfirmed()))
        .singleElement()
        .matches(unit -> unit.target().startsWith("The ship left"))
        .matches(unit -> unit.provenance().pairing().by().equals("Lin"));
    press(page, "z", "Undone");
    assertThat(pins()).isEmpty();
    assertThat(units()).noneMatch(unit -> unit.provenance().pairing().isConfirmed());
    press(page, "Z", "Redone");
    assertThat(pins()).hasSize(1);
  }

  @Test
  void everyMoveHasAKeyAndIsTakenBack() throws Exception {
    Page page = open();
    String before = page.locator("#beads").innerText();
    String[][] moves = {
      {"2", "m", "Merged"},
      {"4", "]", "Moved up"},
      {"7", "[", "Moved down"},
      {"2", "}", "Moved up"},
      {"2", "{", "Moved down"},
      {"2", "w", "Swapped"},
      {"2", "u", "Both are unmatched now"},
    };
    for (String[] move : moves) {
      choose(page, Integer.parseInt(move[0]));
      press(page, move[1], move[2]);
      assertThat(pins()).as(move[1]).isNotEmpty();
      press(page, "z", "Undone");
      assertThat(pins()).as(move[1]).isEmpty();
      choose(page, 1);
      assertThat(page.locator("#beads").innerText())
          .as(move[1])
          .contains(before.lines().findFirst().orElseThrow());
      assertThat(page.locator("#progress")).containsText("of 9 confirmed");
    }
  }

  @Test
  void apartAndTogetherAgain() throws Exception {
    Page page = open();
    choose(page, 3);
    press(page, "u", "Both are unmatched now");
    assertThat(page.locator("#progress")).containsText("of 10 confirmed");
    page.keyboard().press("l");
    assertThat(row(page, 3)).hasClass(Pattern.compile(".*linking.*"));
    page.keyboard().press("ArrowDown");
    press(page, "l", "Linked");
    assertThat(page.locator("#progress")).containsText("of 9 confirmed");
    choose(page, 3);
    tool(page, "release").click();
    assertThat(page.locator("#said")).hasText("Ballast decides on this pair again");
    tool(page, "realign").click();
    assertThat(page.locator("#said")).hasText("Nothing to change");
  }

  private static Locator tool(Page page, String move) {
    return page.locator("#tools [data-move=" + move + "]");
  }

  @Test
  void aPairIsCutInBothTexts() throws Exception {
    Page page = open();
    choose(page, 3);
    page.keyboard().press("s");
    assertThat(row(page, 3).locator(".help")).containsText("Cut here");
    assertThat(row(page, 3).locator("td.source .caret")).isVisible();
    page.keyboard().press("Enter");
    assertThat(row(page, 3).locator(".help")).containsText("And the other text here");
    assertThat(row(page, 3).locator("td.target .caret:not(.done)")).isVisible();
    keys(page, "Home");
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("Shift+ArrowRight");
    }
    press(page, "Enter", "Split");
    assertThat(row(page, 3).locator("td.source p")).hasText("船长说，");
    assertThat(row(page, 3).locator("td.target p")).hasText("The captain");
    assertThat(row(page, 4).locator("td.source p")).hasText("压舱石已经放好了。");
    assertThat(row(page, 4).locator("td.target p")).containsText("said that the ballast stone");
    assertThat(page.locator("#progress")).containsText("of 10 confirmed");
    press(page, "z", "Undone");
    assertThat(page.locator("#progress")).containsText("of 9 confirmed");
    keys(page, "s", "Escape");
    assertThat(page.locator(".caret, .help")).hasCount(0);
  }

  @Test
  void theOtherTextMayStayWhole() throws Exception {
    Page page = open();
    choose(page, 3);
    keys(page, "s", "Enter");
    press(page, "Shift+Enter", "Split");
    assertThat(row(page, 3).locator("td.source p")).hasText("船长说，");
    assertThat(row(page, 3).locator("td.target p")).containsText("in its place.");
    assertThat(row(page, 4).locator("td.target")).hasText("not translated");
  }

  /** The edit is in the memory, is a draft, and is undone; keys typed ahead go into the box. */
  @Test
  void aTranslationIsEditedInItsPlace() throws Exception {
    Page page = open();
    choose(page, 2);
    keys(page, "e", "X", "m");
    Locator box = row(page, 2).locator("textarea");
    assertThat(box).hasValue("The ship left the harbour at six o'clock.Xm");
    assertAccessible(page);
    box.fill("The ship left port at six.");
    press(page, "Control+Enter", "Saved");
    assertThat(row(page, 2).locator("td.target p")).hasText("The ship left port at six.");
    assertThat(row(page, 2).locator(".edited")).hasText("edited");
    assertThat(focus(page)).isEqualTo("d1-2");
    assertThat(units()).anyMatch(unit -> unit.target().equals("The ship left port at six."));
    page.keyboard().press("s");
    assertThat(page.locator("#said")).containsText("before you split it");
    page.reload();
    assertThat(row(page, 2).locator("td.target p")).hasText("The ship left port at six.");
    press(page, "z", "Undone");
    assertThat(row(page, 2).locator("td.target p")).containsText("o'clock");
    assertThat(row(page, 2).locator(".edited")).hasCount(0);
    choose(page, 2);
    keys(page, "e");
    assertThat(box).isFocused();
    keys(page, "Escape");
    assertThat(box).hasCount(0);
    assertThat(focus(page)).isEqualTo("d1-2");
  }

  @Test
  void aBoundaryIsDragged() throws Exception {
    Page page = open();
    choose(page, 2);
    BoundingBox grip = row(page, 2).locator("td.target .grip").boundingBox();
    BoundingBox next = row(page, 3).locator("td.target p").boundingBox();
    page.mouse().move(grip.x + 5, grip.y + 4);
    page.mouse().down();
    page.mouse().move(grip.x + 5, next.y + next.height - 2);
    assertThat(row(page, 3).locator("p.moving")).hasCount(1);
    page.mouse().up();
    assertThat(page.locator("#said")).hasText("Moved up");
    assertThat(row(page, 2).locator("td.target p")).hasCount(2);
    press(page, "z", "Undone");
    assertThat(row(page, 2).locator("td.target p")).hasCount(1);
  }

  @Test
  void onlyDoubtfulPairsAreShown() throws Exception {
    Page page = open();
    page.keyboard().press("v");
    assertThat(page.locator("tbody.bead:visible")).hasCount(1);
    assertThat(page.locator("#only")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator(".here td.target p")).hasText(SampleArticle.ADDED);
    press(page, "Enter", "Pair confirmed");
    assertThat(page.locator("#progress"))
        .hasText("None left to look at · 1 of 9 confirmed · saved");
    assertThat(page.locator("tbody.bead:visible")).hasCount(1);
    page.reload();
    assertThat(page.locator("#only")).hasAttribute("aria-pressed", "true");
    keys(page, "v");
    assertThat(page.locator("tbody.bead:visible")).hasCount(9);
    keys(page, "a");
    assertThat(page.locator("#said")).containsText("Approve translations in Memory");
    assertThat(units()).allMatch(unit -> unit.provenance().status() == Unit.Status.DRAFT);
  }

  @Test
  void aTextHasSixHundredAndFiftyPixelsOnAWideScreen() throws Exception {
    SampleArticle.fill(folder);
    Page page = open(1920, ColorScheme.LIGHT);
    for (String side : List.of("source", "target")) {
      assertThat(row(page, 2).locator("td." + side + " p").boundingBox().width)
          .isGreaterThanOrEqualTo(650);
    }
  }

  @Test
  void allMovesAreButtonsToo() throws Exception {
    Page page = open();
    choose(page, 2);
    tool(page, "merge").click();
    assertThat(page.locator("#progress")).containsText("of 8 confirmed");
    tool(page, "split").click();
    keys(page, "Enter", "Enter");
    assertThat(page.locator("#progress")).containsText("of 9 confirmed");
    page.locator("#undo").click();
    assertThat(page.locator("#progress")).containsText("of 8 confirmed");
    assertThat(tool(page, "type")).hasValue("paragraph");
    tool(page, "type").selectOption("furniture");
    assertThat(page.locator("#said")).hasText("Set");
    assertThat(tool(page, "type")).hasValue("furniture");
    assertThat(page.locator(".here .kind").first()).hasText("page clutter");
    assertThat(pins()).anyMatch(pin -> pin.type() != null);
    page.locator("#confirm-sure").click();
    assertThat(page.locator("#said")).hasText("All sure pairs are confirmed");
    page.locator("#looks summary").click();
    assertThat(page.locator("#looks a")).hasCount(1);
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    Page page = open();
    choose(page, 2);
    keys(page, "s", "End", "Enter", "End", "Enter");
    assertThat(page.locator("#problem p")).containsText("one half would be empty");
    forgetConsole();
    keys(page, "Escape");
    press(page, "m", "Merged");
    assertThat(page.locator("#problem")).isHidden();
  }

  @Test
  void aMoveMadeElsewhereIsNotOverwritten() throws Exception {
    Page page = open();
    choose(page, 2);
    Workplace workplace = Workplace.in(folder).withAuthor("Wang");
    BeadEditor editor = new BeadEditor(workplace, memory(), Notices.NONE);
    editor.apply(editor.open(SampleArticle.DOCUMENT), BeadMove.merge(6, 7));
    page.keyboard().press("m");
    assertThat(page.locator("#progress")).containsText("of 8 confirmed");
    forgetConsole();
    assertThat(pins()).singleElement().matches(pin -> pin.author().equals("Wang"));
  }

  @Test
  void theLanguageOfTheInterfaceIsChanged() throws Exception {
    Page page = open();
    page.locator(".bar form button").click();
    assertThat(page.locator(".bar a[aria-current]")).hasText("对齐");
    page.locator("#looks summary").first().click();
    assertThat(page.locator("#looks .looks")).containsText("需要查看：");
    assertThat(page.locator("#looks .looks")).containsText("译文增加");
    assertThat(page.locator("#beads .gap")).hasText("译文增加");
    assertThat(page.locator("#align h1")).hasText(SampleArticle.DOCUMENT);
    page.locator(".bar form button").click();
    assertThat(page.locator(".bar a[aria-current]")).hasText("Align");
  }

  /** Whoever is quicker than the script finds the list all the same. */
  @Test
  void whatToLookAtMayBeOpenedBeforeThePageIsReady() throws Exception {
    Page page = open();
    List<Route> held = new CopyOnWriteArrayList<>();
    page.route("**/static/align.js", held::add);
    page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.locator("#looks summary").click();
    page.waitForCondition(() -> !held.isEmpty());
    held.get(0).resume();
    assertThat(page.locator("#looks a")).hasCount(1);
  }

  @Test
  void aUnitOfTheMemoryLeadsToItsBead() throws Exception {
    Page page = open();
    Unit unit = units().get(3);
    go(page, PATH + "&unit=" + unit.id());
    assertThat(page.locator(".here td.target")).containsText(unit.target());
  }

  @Test
  void rowsOfALongArticleAreDrawnAsTheyComeIntoView() throws Exception {
    SampleArticle.fill(folder, 60);
    Page page = open(1280, ColorScheme.LIGHT);
    int beads = page.locator("#align").getAttribute("data-map").length();
    assertThat(beads).isGreaterThan(450);
    assertThat(page.locator("tbody.bead").count()).isLessThan(beads / 2);
    page.keyboard().press("End");
    assertThat(row(page, beads)).hasClass(Pattern.compile(".*here.*"));
    press(page, "Enter", "Pair confirmed");
    page.keyboard().press("Home");
    choose(page, 2);
    press(page, "m", "Merged");
    page.keyboard().press("End");
    assertThat(row(page, beads - 1)).hasClass(Pattern.compile(".*here.*"));
    assertThat(page.locator("#d1-" + beads)).hasCount(0);
    assertThat(row(page, beads - 1).locator("a.number")).hasText(Integer.toString(beads - 1));
  }

  /** The first rows are there before the files are read; then nothing moves and no key is lost. */
  @Test
  void aLongArticleIsShownAndTakesKeysBeforeItIsRead() throws Exception {
    SampleArticle.fill(folder, 170);
    // The workbench reads the article that was changed last on its own: that is another one.
    Files.writeString(folder.resolve("b.zh.txt"), "船走了。\n", UTF_8);
    Files.writeString(folder.resolve("b.en.txt"), "The ship left.\n", UTF_8);
    align(folder, "b");
    client = WorkbenchClient.open(folder);
    Page page = page();
    List<Route> held = new CopyOnWriteArrayList<>();
    page.route("**/align/open?*", held::add);
    go(page, PATH + "#d1-2");
    assertThat(row(page, 3).locator("td.target p")).containsText("ballast stone");
    assertThat(page.locator("#align").getAttribute("data-map")).hasSizeGreaterThan(1500);
    assertThat(row(page, 3).locator("mark")).hasCount(0);
    assertThat(row(page, 2)).hasClass(Pattern.compile(".*\\bhere\\b.*"));
    double top = row(page, 9).boundingBox().y;
    keys(page, "Enter", "Enter", "m");
    assertThat(held).hasSize(1);
    assertThat(pins()).isEmpty();
    held.get(0).resume();
    assertThat(row(page, 3).locator("mark")).hasCount(2);
    assertThat(page.locator("#said")).hasText("Merged");
    assertThat(pins()).hasSize(3).filteredOn(PinnedBead::confirmed).hasSize(2);
    keys(page, "z");
    assertThat(page.locator("#said")).containsText("Undone");
    assertThat(row(page, 9).boundingBox().y).isEqualTo(top);
  }

  @Test
  void itIsAccessible() throws Exception {
    SampleArticle.fill(folder);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {1280, 400}) {
        Page page = open(width, scheme);
        assertThat(page.locator("#aside section").first()).isVisible();
        assertAccessible(page);
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        assertAccessible(page);
        closePages();
        close();
      }
    }
  }
}
