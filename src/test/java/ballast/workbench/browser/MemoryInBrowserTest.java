package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Workplace;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MemoryInBrowserTest extends BrowserTest {

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleFolder.fill(folder);
    client = WorkbenchClient.open(folder);
  }

  private Page memory() {
    Page page = page(client);
    go(page, "/memory");
    assertThat(page.locator("#undo-button")).isVisible();
    return page;
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }

  @Test
  void unitsAreJudgedByKeyAndTheFocusStays() {
    Page page = memory();
    Locator second = page.locator("#units .unit").nth(1);
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("a");
    assertThat(second.locator(".badge")).hasText("approved");
    assertThat(focus(page)).isEqualTo(second.getAttribute("id"));
    page.keyboard().press("r");
    assertThat(second.locator(".badge")).hasText("rejected");
    page.keyboard().press("d");
    assertThat(second.locator(".badge")).hasText("draft");
    page.keyboard().press("x");
    assertThat(second.locator(".badge")).hasText("deleted");
    page.keyboard().press("x");
    assertThat(second.locator(".badge")).hasText("draft");
    page.keyboard().press("k");
    assertThat(focus(page)).isEqualTo(page.locator("#units .unit").first().getAttribute("id"));
  }

  @Test
  void aButtonKeepsTheFocusWhenItsUnitIsDrawnAgain() {
    Page page = memory();
    Locator unit = page.locator("#units .unit").first();
    Locator delete = unit.locator("button", new Locator.LocatorOptions().setHasText("Delete"));
    String id = delete.getAttribute("id");
    delete.focus();
    page.keyboard().press("Enter");
    assertThat(unit.locator(".badge")).hasText("deleted");
    assertThat(focus(page)).isEqualTo(id);
    page.keyboard().press("Enter");
    assertThat(unit.locator(".badge")).hasText("draft");
    assertThat(focus(page)).isEqualTo(id);
  }

  @Test
  void aButtonDrawnAnewAnswersAtOnce() {
    Page page = memory();
    Locator unit = page.locator("#units .unit").first();
    page.evaluate(
        "new MutationObserver((all, self) => {"
            + " const fresh = document.querySelector('#units [value=restore]');"
            + " if (fresh) { self.disconnect(); fresh.click(); }"
            + "}).observe(document.body, {childList: true, subtree: true})");
    unit.locator("button", new Locator.LocatorOptions().setHasText("Delete")).click();
    assertThat(page.locator("#done")).hasText("One unit restored");
    assertThat(unit.locator(".badge")).hasText("draft");
  }

  @Test
  void undoAndRedoByKeyDrawTheListAgain() {
    Page page = memory();
    page.keyboard().press("j");
    page.keyboard().press("a");
    Locator badge = page.locator("#units .unit .badge").first();
    assertThat(badge).hasText("approved");
    page.keyboard().press("z");
    assertThat(badge).hasText("draft");
    assertThat(page.locator("#done")).hasText("Taken back: approved one unit");
    page.keyboard().press("y");
    assertThat(badge).hasText("approved");
  }

  @Test
  void aTranslationIsEditedByKey() {
    Page page = memory();
    String id = units().get(0).id();
    page.keyboard().press("j");
    page.keyboard().press("e");
    assertThat(page.locator("#target-" + id)).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#u-" + id)).isFocused();
    page.keyboard().press("e");
    assertThat(page.locator("#target-" + id)).isFocused();
    page.locator("#target-" + id).fill("Two lines\nof text.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#u-" + id)).isFocused();
    assertThat(page.locator("#t-" + id)).containsText("of text.");
    assertThat(units().get(0).target()).isEqualTo("Two lines\nof text.");
    page.keyboard().press("h");
    assertThat(page.locator("#u-" + id + " .history li")).hasCount(2);
  }

  @Test
  void anEditThatCameTooLateShowsBothTexts() {
    Page page = memory();
    Unit unit = units().get(0);
    page.keyboard().press("j");
    page.keyboard().press("e");
    assertThat(page.locator("#target-" + unit.id())).isFocused();
    new MemoryEdits(Workplace.in(folder))
        .correct(
            EditScope.of(Memories.at(folder.resolve("tm/memory.db"))),
            unit.id(),
            unit.target(),
            "Theirs.",
            Lexicon.bundledWhenNeeded());
    page.locator("#target-" + unit.id()).fill("Mine.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".conflict")).containsText("Theirs.");
    assertThat(page.locator("#target-" + unit.id())).hasValue("Mine.");
    assertThat(page.locator("#target-" + unit.id())).isFocused();
    forgetConsole(); // the browser notes that the answer was 409
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#target-" + unit.id())).hasCount(0);
    assertThat(page.locator("#t-" + unit.id())).containsText("Mine.");
    assertThat(units().get(0).target()).isEqualTo("Mine.");
  }

  @Test
  void selectedUnitsAreJudgedTogether() {
    Page page = memory();
    assertThat(page.locator("#selected")).isHidden();
    page.keyboard().press("j");
    page.keyboard().press("s");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("Shift+S");
    assertThat(page.locator("#count")).hasText("3 selected");
    page.locator("#selected button[value=approve]").click();
    assertThat(page.locator("#units .badge.approved")).hasCount(3);
    assertThat(page.locator("#done")).hasText("3 units approved");
    assertThat(page.locator("#selected")).isHidden();
    assertThat(page.locator("#undo-button")).hasText("Undo: approved 3 units");
  }

  @Test
  void theBoxFindsWhileOneTypes() {
    Page page = memory();
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().insertText("压舱石");
    assertThat(page.locator("#units mark.hit")).hasCount(6);
    assertThat(page.locator("#q")).isFocused();
    assertThat(page).hasURL(Pattern.compile(".*/memory\\?q=.*"));
  }

  @Test
  void whatCannotBeDoneIsSaidUntilItIsClosed() {
    Page page = memory();
    page.locator("#undo-button").evaluate("one => one.setAttribute('hx-vals', '{\"command\":7}')");
    page.locator("#undo-button").click();
    Locator problem = page.locator("#problem");
    assertThat(problem).containsText("Another command has changed the memory");
    problem.locator("button").click();
    assertThat(problem).isHidden();
    forgetConsole();
  }

  @Test
  void replacementsAreMadeAsTheyWereShown() {
    Page page = memory();
    go(page, "/memory/replace");
    page.locator("input[name=pattern]").fill("freighter");
    page.locator("input[name=with]").fill("cargo ship");
    page.keyboard().press("Enter");
    assertThat(page.locator("#preview ins")).hasCount(6);
    page.locator("#apply").click();
    assertThat(page.locator("#done")).hasText("6 places replaced in 6 units");
    assertThat(page.locator("#preview ins")).hasCount(0);
    assertThat(units()).filteredOn(unit -> unit.target().contains("cargo ship")).hasSize(6);
  }

  @Test
  void allPagesAreAccessible() {
    for (int width : new int[] {1280, 400}) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page = page(client, width, scheme);
        for (String path :
            List.of(
                "/memory",
                "/memory?q=港口的货船装着压舱石。&status=draft",
                "/memory?min=7",
                "/memory/replace?pattern=stone&with=x",
                "/memory/duplicates",
                "/memory/commands")) {
          go(page, path);
          assertThat(page.locator("#undo-button")).isVisible();
          assertAccessible(page);
        }
        go(page, "/memory");
        page.keyboard().press("j");
        page.keyboard().press("s");
        page.keyboard().press("h");
        page.keyboard().press("e");
        assertThat(page.locator("textarea[data-edit]")).isFocused();
        assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("textarea[data-edit]")).hasCount(0);
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        assertAccessible(page);
        page.context().close();
      }
    }
  }
}
