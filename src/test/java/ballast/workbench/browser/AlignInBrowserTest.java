package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
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
    page.waitForSelector(".here .tools");
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
    assertThat(page.locator("#progress")).containsText("1 to look at · 9 beads");
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
    press(page, "y", "Redone");
    assertThat(pins()).hasSize(1);
  }

  @Test
  void everyMoveHasAKeyAndIsTakenBack() throws Exception {
    Page page = open();
    String before = page.locator("#beads").innerText();
    String[][] moves = {
      {"2", "m", "Merged"},
      {"7", "s", "Split"},
      {"4", "]", "Moved up"},
      {"7", "[", "Moved down"},
      {"2", "}", "Moved up"},
      {"2", "{", "Moved down"},
      {"2", "w", "Swapped"},
      {"2", "x", "Each stands alone now"},
      {"2", "g", "A gap was inserted"},
    };
    for (String[] move : moves) {
      choose(page, Integer.parseInt(move[0]));
      press(page, move[1], move[2]);
      assertThat(pins()).as(move[1]).isNotEmpty();
      press(page, "z", "Undone");
      assertThat(pins()).as(move[1]).isEmpty();
      choose(page, 1);
      assertThat(page.locator("#beads").innerText().replaceAll("(?s)Confirm.*?paragraph", ""))
          .as(move[1])
          .contains(before.lines().findFirst().orElseThrow());
      assertThat(page.locator("#progress")).containsText("· 9 beads");
    }
  }

  @Test
  void apartAndTogetherAgain() throws Exception {
    Page page = open();
    choose(page, 3);
    press(page, "x", "Each stands alone now");
    assertThat(page.locator("#progress")).containsText("· 10 beads");
    page.keyboard().press("l");
    assertThat(row(page, 3)).hasClass(Pattern.compile(".*linking.*"));
    page.keyboard().press("ArrowDown");
    press(page, "l", "Linked");
    assertThat(page.locator("#progress")).containsText("· 9 beads");
    choose(page, 3);
    press(page, "r", "Ballast decides on this bead again");
    press(page, "a", "Nothing to change");
  }

  @Test
  void aSentenceIsCutWhereTheCaretIs() throws Exception {
    Page page = open();
    choose(page, 2);
    page.keyboard().press("c");
    assertThat(page.locator(".here .caret")).isVisible();
    page.keyboard().press("Home");
    for (int i = 0; i < 5; i++) {
      page.keyboard().press("ArrowRight");
    }
    press(page, "Enter", "Split");
    assertThat(row(page, 2).locator("td.source p")).hasText("船在六点钟");
    assertThat(row(page, 3).locator("td.source p")).hasText("离开了港口。");
    keys(page, "c", "Escape");
    assertThat(page.locator(".caret")).hasCount(0);
  }

  @Test
  void allMovesAreButtonsToo() throws Exception {
    Page page = open();
    choose(page, 2);
    page.locator(".here button[data-move=merge]").click();
    assertThat(page.locator("#progress")).containsText("· 8 beads");
    page.locator(".here button[data-move=split]").click();
    assertThat(page.locator("#progress")).containsText("· 9 beads");
    page.locator("#undo").click();
    assertThat(page.locator("#progress")).containsText("· 8 beads");
    page.locator(".here select[data-move=type]").selectOption("furniture");
    assertThat(page.locator("#said")).hasText("Set");
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
    page.keyboard().press("s");
    assertThat(page.locator("#problem p")).containsText("sentence");
    forgetConsole();
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
    assertThat(page.locator("#progress")).containsText("· 8 beads");
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
