package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DecisionsInBrowserTest extends BrowserTest {

  private Path glossary;
  private Path baseline;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleFolder.fillWithDecisions(folder);
    glossary = folder.resolve("glossary/terms.csv");
    baseline = folder.resolve("ballast-baseline.tsv");
    client = WorkbenchClient.open(folder);
  }

  private Page check() {
    Page page = page("/check");
    assertThat(page.locator(".decision")).hasCount(5);
    assertThat(page.locator("#running")).isHidden();
    return page;
  }

  private static Locator row(Page page, String zh) {
    return page.locator(".decision:has(.row b:text-is('" + zh + "'))");
  }

  private static void assertAnswer(Page page, String zh, String answer) {
    assertThat(row(page, zh).locator(".given")).hasText(answer);
  }

  private List<String> translations() {
    return units().stream().map(Unit::target).toList();
  }

  /** The recorded run: an editor answers all decisions without a mouse. */
  @Test
  void anEditorAnswersAllDecisionsByKey() throws IOException {
    Page page = check();
    String before = Files.readString(glossary);
    keys(page, "j", "y");
    assertAnswer(page, "货轮", "\"cargo ship\" is right everywhere");
    assertThat(row(page, "压舱石")).isFocused();
    page.keyboard().press("z");
    assertThat(row(page, "货轮").locator(".given")).hasCount(0);
    assertThat(row(page, "货轮")).isFocused();
    assertThat(glossary).content(UTF_8).isEqualTo(before);
    page.keyboard().press("y");
    assertAnswer(page, "货轮", "\"cargo ship\" is right everywhere");
    assertThat(row(page, "压舱石")).isFocused();
    // Forbidden words ask for the reason.
    page.keyboard().press("y");
    assertThat(page.locator("#choose-allow [name=reason]")).isFocused();
    page.keyboard().insertText("as on the monument");
    assertThat(page.locator("#choose-allow pre")).containsText("admitted,as on the monument");
    page.keyboard().press("Enter");
    assertAnswer(page, "压舱石", "\"cornerstone\" is right everywhere");
    assertThat(row(page, "码头")).isFocused();
    page.keyboard().press("f");
    assertAnswer(page, "码头", "2 places replaced");
    assertThat(row(page, "船长")).isFocused();
    page.keyboard().press("n");
    assertThat(page.locator("#choose-not-in [name=word]")).isFocused();
    assertThat(page.locator("#choose-not-in [name=word]")).hasValue("船长室");
    page.keyboard().press("Enter");
    assertAnswer(page, "船长", "not meant in 船长室");
    assertThat(row(page, "防波堤")).isFocused();
    page.keyboard().press("h");
    assertThat(page.locator("#choose-waive [name=reason]")).isFocused();
    page.keyboard().insertText("an old name");
    page.keyboard().press("Enter");
    assertAnswer(page, "防波堤", "accepted in 2 places");
    assertThat(page.locator("#open-decisions")).hasText("No open decisions");
    assertThat(page.locator(".decision[data-answered]")).hasCount(5);
    assertThat(glossary)
        .content(UTF_8)
        .contains(
            "货轮,cargo ship,admitted", "压舱石,cornerstone,forbidden", "as on the monument", "船长室");
    assertThat(baseline).content(UTF_8).contains("an old name (Lin)");
    assertThat(translations()).contains("The pier is old.").noneMatch(one -> one.contains("wharf"));
    page.reload();
    assertThat(page.locator(".finding").first()).isVisible();
    assertThat(page.locator(".decision")).hasCount(0);
  }

  @Test
  void answersAreUndoneAfterThePageWasLoadedAgain() throws IOException {
    Page page = check();
    String before = Files.readString(glossary);
    keys(page, "j", "y");
    assertThat(row(page, "压舱石")).isFocused();
    keys(page, "j", "f");
    assertAnswer(page, "码头", "2 places replaced");
    assertThat(row(page, "船长")).isFocused();
    page.keyboard().press("h");
    page.locator("#choose-waive [name=reason]").fill("said by the author");
    page.keyboard().press("Enter");
    assertAnswer(page, "船长", "accepted in 2 places");
    page.reload();
    assertThat(page.locator("#undo-button")).containsText("船长");
    assertThat(page.locator(".decision")).hasCount(2);
    page.keyboard().press("z");
    assertThat(page.locator("#done")).containsText("Undone: 船长");
    assertThat(row(page, "船长")).isVisible();
    assertThat(baseline).doesNotExist();
    assertThat(page.locator("#undo-button")).containsText("码头");
    page.keyboard().press("z");
    assertThat(page.locator("#done")).containsText("Undone: 码头");
    assertThat(row(page, "码头")).isVisible();
    assertThat(translations()).contains("The wharf is old.");
    assertThat(page.locator("#undo-button")).containsText("货轮");
    page.keyboard().press("z");
    assertThat(page.locator("#done")).containsText("Undone: 货轮");
    assertThat(row(page, "货轮")).isVisible();
    assertThat(glossary).content(UTF_8).isEqualTo(before);
  }

  @Test
  void placesAreAnsweredOneByOne() {
    Page page = check();
    keys(page, "j", "Enter");
    assertThat(row(page, "货轮").locator(".examples")).isVisible();
    page.keyboard().press("o");
    Locator places = page.locator(".place");
    assertThat(places).hasCount(3);
    assertThat(places.first()).isFocused();
    page.keyboard().press("f");
    assertThat(places).hasCount(2);
    assertThat(places.first()).isFocused();
    assertThat(page.locator("#choose-fix")).containsText("One place is replaced.");
    page.keyboard().press("h");
    assertThat(page.locator("#choose-waive [name=reason]")).isFocused();
    page.keyboard().insertText("a small one");
    page.keyboard().press("Enter");
    assertThat(places).hasCount(1);
    assertThat(places.first()).isFocused();
    page.keyboard().press("f");
    assertAnswer(page, "货轮", "one place replaced");
    assertThat(row(page, "压舱石")).isFocused();
    assertThat(baseline).content(UTF_8).contains("a small one (Lin)");
    assertThat(translations().stream().filter(one -> one.contains("cargo ship"))).hasSize(1);
  }

  @Test
  void noKeyIsLostHoweverFastTheyCome() {
    Page page = check();
    keys(page, "j", "y", "j", "y", "j", "f", "z");
    assertThat(page.locator("#done")).containsText("Undone: 防波堤");
    assertAnswer(page, "货轮", "\"cargo ship\" is right everywhere");
    assertAnswer(page, "码头", "\"wharf\" is right everywhere");
    assertThat(page.locator(".decision[data-answered]")).hasCount(2);
  }

  @Test
  void anAnsweredRowStaysWhenTheCheckHasEndedUntilTheFilterChanges() {
    Page page = check();
    keys(page, "j", "j", "j", "f");
    assertAnswer(page, "码头", "2 places replaced");
    assertThat(page.locator("#running")).isHidden();
    assertThat(page.locator(".decision")).hasCount(5);
    assertThat(page.locator(".decision").nth(2)).containsText("码头");
    page.locator("#choice-rule").selectOption("term-missing");
    assertThat(page.locator(".decision")).hasCount(3);
  }

  @Test
  void answersAreGivenByMouse() {
    Page page = check();
    row(page, "货轮").locator(".agreed").click();
    page.locator("#choose-allow button").click();
    assertAnswer(page, "货轮", "\"cargo ship\" is right everywhere");
    page.locator("#undo-button").click();
    assertThat(row(page, "货轮").locator(".given")).hasCount(0);
    page.locator("nav a", new Page.LocatorOptions().setHasText("By place")).click();
    assertThat(page.locator(".finding").first()).isVisible();
    assertThat(page.locator(".decision")).hasCount(0);
  }

  @Test
  void allLooksAreAccessible() {
    inEveryLook(
        page -> {
          go(page, "/check");
          assertThat(page.locator(".decision")).hasCount(5);
          keys(page, "j", "o");
          assertThat(page.locator(".place").first()).isFocused();
          assertThat(page.locator("#answers")).isVisible();
          assertAccessible(page);
          keys(page, "Escape", "j");
          assertThat(page.locator("#choose-allow [name=reason]")).isVisible();
          assertAccessible(page);
        });
  }
}
