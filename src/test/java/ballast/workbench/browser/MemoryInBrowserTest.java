package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MemoryInBrowserTest extends BrowserTest {

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleFolder.fill(folder);
    client = WorkbenchClient.open(folder);
  }

  private Page memoryPage() {
    Page page = page("/memory");
    assertThat(page.locator("#undo-button")).isVisible();
    return page;
  }

  @Test
  void unitsAreJudgedByKeyAndTheNextGetsTheFocus() {
    Page page = memoryPage();
    Locator second = page.locator("#units .unit").nth(1);
    keys(page, "j", "j", "a");
    assertThat(second.locator(".badge")).hasText("approved");
    assertThat(page.locator("#units .unit").nth(2)).isFocused();
    keys(page, "k", "r");
    assertThat(second.locator(".badge")).hasText("rejected");
    keys(page, "k", "d");
    assertThat(second.locator(".badge")).hasText("draft");
    assertThat(second).isFocused();
    page.keyboard().press("Delete");
    assertThat(second.locator(".badge")).hasText("deleted");
    page.keyboard().press("Delete");
    assertThat(second.locator(".badge")).hasText("draft");
  }

  @Test
  void aButtonKeepsTheFocusWhenItsUnitIsDrawnAgain() {
    Page page = memoryPage();
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
    Page page = memoryPage();
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
    Page page = memoryPage();
    keys(page, "j", "a");
    Locator badge = page.locator("#units .unit .badge").first();
    assertThat(badge).hasText("approved");
    page.keyboard().press("z");
    assertThat(badge).hasText("draft");
    assertThat(page.locator("#done")).hasText("Undone: approved one unit");
    page.keyboard().press("Z");
    assertThat(badge).hasText("approved");
  }

  @Test
  void aTranslationIsEditedByKey() {
    Page page = memoryPage();
    String id = units().get(0).id();
    keys(page, "j", "e");
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
    Page page = memoryPage();
    Unit unit = units().get(0);
    keys(page, "j", "e");
    assertThat(page.locator("#target-" + unit.id())).isFocused();
    correctElsewhere(unit, "Theirs.");
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
    Page page = memoryPage();
    assertThat(page.locator("#selected")).isHidden();
    keys(page, "j", "x", "j", "j", "Shift+X");
    assertThat(page.locator("#count")).hasText("3 selected");
    keys(page, "k", " ");
    assertThat(page.locator("#count")).hasText("2 selected");
    keys(page, " ", "r");
    assertThat(page.locator("#units .badge.rejected")).hasCount(3);
    assertThat(page.locator("#done")).hasText("3 units rejected");
    assertThat(page.locator("#selected")).isHidden();
    assertThat(page.locator("#undo-button")).hasText("Undo: rejected 3 units");
  }

  @Test
  void rowsAreSelectedByMouse() {
    Page page = memoryPage();
    Locator texts = page.locator("#units .unit .texts");
    texts.nth(0).click(with(KeyboardModifier.CONTROL));
    texts.nth(3).click(with(KeyboardModifier.SHIFT));
    assertThat(page.locator("#count")).hasText("4 selected");
    texts.nth(1).click(with(KeyboardModifier.CONTROL));
    assertThat(page.locator("#count")).hasText("3 selected");
    texts.nth(5).click();
    assertThat(page.locator("#count")).hasText("3 selected");
    page.locator("#none").click();
    assertThat(page.locator("#selected")).isHidden();
  }

  private static Locator.ClickOptions with(KeyboardModifier modifier) {
    return new Locator.ClickOptions().setModifiers(List.of(modifier));
  }

  /** More than a page: those that the page does not show are judged too, and undone together. */
  @Test
  void allUnitsOfAListAreApprovedByOneKey() throws IOException {
    Files.writeString(
        folder.resolve("more.tsv"),
        IntStream.range(100, 160)
            .mapToObj(n -> "第" + n + "艘船到港。\tShip " + n + " arrived.\n")
            .collect(Collectors.joining()));
    take(folder, "more.tsv");
    Page page = memoryPage();
    int all = units().size();
    Locator chips = page.locator(".chips a");
    assertThat(chips.first()).hasText("All " + all);
    chips.nth(1).click();
    assertThat(page).hasURL(Pattern.compile(".*status=draft"));
    listens(page);
    page.locator("#all").click();
    assertThat(page.locator("#count")).hasText(all + " selected");
    page.locator("#q").fill("freighter");
    assertThat(page.locator("#units mark.hit").first()).isVisible();
    assertThat(page.locator("#selected")).isHidden();
    page.locator("#q").fill("");
    page.locator("#all").click();
    page.keyboard().press("a");
    page.locator("#approval button").last().click();
    assertThat(page.locator("#done")).containsText(all + " units approved");
    assertThat(page.locator("#selected")).isHidden();
    assertThat(units()).allMatch(unit -> unit.provenance().status() == Unit.Status.APPROVED);
    assertThat(page.locator("#units .unit")).hasCount(0);
    page.keyboard().press("z");
    assertThat(page.locator(".chips a").nth(1)).hasText("draft " + all);
  }

  @Test
  void roomsArticlesAndActionsAreReachedByKey() {
    Page page = memoryPage();
    keys(page, "g", "e");
    assertThat(page).hasURL(Pattern.compile(".*/export$"));
    listens(page);
    keys(page, "g", "m");
    assertThat(page.locator("#undo-button")).isVisible();
    keys(page, "j", "Control+k");
    Locator found = page.locator("#places li");
    assertThat(page.locator("#places input")).isFocused();
    page.keyboard().type("reject");
    assertThat(found).hasText(new String[] {"reject r"});
    page.keyboard().press("Enter");
    assertThat(page.locator("#units .badge.rejected")).hasCount(1);
    page.keyboard().press("Control+k");
    page.keyboard().type("over");
    assertThat(found.first()).containsText("Overview");
    keys(page, "ArrowDown", "Enter");
    assertThat(page).hasURL(Pattern.compile(".*/overview$"));
    listens(page);
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    assertAccessible(page);
  }

  @Test
  void approvingManyNamesThoseWithErrorsFirstAndLeavesThemOut() {
    Page page = memoryPage();
    page.locator("#units .unit > input").first().click();
    page.locator("#units .unit > input")
        .last()
        .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    Locator approve = page.locator("#selected > button[value=approve]");
    approve.click();
    Locator question = page.locator("#approval");
    assertThat(question).containsText("Of 7 units to approve, 2 have errors");
    assertThat(question.locator("li"))
        .containsText(
            new String[] {
              "\"cornerstone\" is not to be used", "\"cornerstone\" is not to be used"
            });
    assertThat(page.locator("#units .badge.approved")).hasCount(0);
    assertThat(question.locator("button").first()).isFocused();
    assertAccessible(page);
    page.keyboard().press("Enter");
    assertThat(page.locator("#done")).hasText("5 units approved; 2 with errors were left out");
    assertThat(page.locator("#units .badge.approved")).hasCount(5);
    assertThat(page.locator("#selected")).isHidden();
    assertThat(units())
        .filteredOn(unit -> unit.provenance().status() != Unit.Status.APPROVED)
        .hasSize(2)
        .allMatch(unit -> unit.target().contains("cornerstone"));
  }

  @Test
  void unitsWithErrorsAreApprovedIfSomebodySaysSo() {
    Page page = memoryPage();
    Locator wrong = page.locator("#units .unit:has-text('cornerstone')");
    wrong.locator("> input").first().click();
    wrong.locator("> input").last().click();
    page.locator("#selected > button[value=approve]").click();
    Locator answers = page.locator("#approval button");
    assertThat(answers).hasText(new String[] {"Approve all 2, with errors"});
    wrong.locator("> input").last().click();
    assertThat(answers).hasCount(0);
    page.locator("#selected > button[value=approve]").click();
    assertThat(page.locator("#done")).hasText("One unit approved; one has errors: see Check");
    wrong.locator("> input").first().click();
    wrong.locator("> input").last().click();
    page.locator("#selected > button[value=reject]").click();
    assertThat(page.locator("#units .badge.rejected")).hasCount(2);
    wrong.locator("> input").first().click();
    wrong.locator("> input").last().click();
    page.locator("#selected > button[value=approve]").click();
    answers.click();
    assertThat(page.locator("#units .badge.approved")).hasCount(2);
  }

  @Test
  void theBoxFindsWhileOneTypes() {
    Page page = memoryPage();
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().insertText("压舱石");
    assertThat(page.locator("#units mark.hit")).hasCount(6);
    assertThat(page.locator("#q")).isFocused();
    assertThat(page).hasURL(Pattern.compile(".*/memory\\?q=.*"));
  }

  @Test
  void whatCannotBeDoneIsSaidUntilItIsClosed() {
    Page page = memoryPage();
    page.locator("#undo-button").evaluate("one => one.setAttribute('hx-vals', '{\"command\":7}')");
    page.locator("#undo-button").click();
    page.keyboard().press("Enter"); // somebody else has imported the units
    Locator problem = page.locator("#problem");
    assertThat(problem).containsText("Another command has changed the memory");
    problem.locator("button").click();
    assertThat(problem).isHidden();
    forgetConsole();
  }

  @Test
  void replacementsAreMadeAsTheyWereShown() {
    Page page = memoryPage();
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
    inEveryLook(
        page -> {
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
          keys(page, "j", "x", "h", "e");
          assertEditorAndKeysOpen(page);
        });
  }
}
