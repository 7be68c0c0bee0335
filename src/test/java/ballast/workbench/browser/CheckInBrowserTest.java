package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.bitext.Unit.Status;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CheckInBrowserTest extends BrowserTest {

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleFolder.fill(folder);
    client = WorkbenchClient.open(folder);
  }

  private Page check() {
    Page page = page("/check?view=place&rule=term-forbidden");
    assertThat(page.locator("#check .finding").first()).isVisible();
    assertThat(page.locator("#undo-button")).isVisible();
    return page;
  }

  private List<String> translations() {
    return units().stream().map(Unit::target).toList();
  }

  @Test
  void findingsAreFixedByKeyAndTheFocusGoesOn() {
    Page page = check();
    Locator findings = page.locator("#check .finding");
    int count = findings.count();
    page.keyboard().press("J");
    assertThat(findings.first()).isFocused();
    String second = findings.nth(1).getAttribute("id");
    page.keyboard().press("f");
    assertThat(findings).hasCount(count - 1);
    assertThat(page.locator("#done")).hasText("Replaced.");
    assertThat(page.locator("#" + second)).isFocused();
    assertThat(page.locator("#undo-button")).containsText("one unit");
    page.keyboard().press("z");
    assertThat(findings).hasCount(count);
    assertThat(page.locator("#done")).containsText("Undone");
  }

  @Test
  void aTranslationIsEditedByKey() {
    Page page = check();
    Locator findings = page.locator("#check .finding");
    int count = findings.count();
    keys(page, "j", "e");
    assertThat(page.locator("textarea[data-edit]")).isFocused();
    page.keyboard().press("Escape");
    assertThat(findings.first()).isFocused();
    page.keyboard().press("e");
    assertThat(page.locator("textarea[data-edit]")).isFocused();
    page.locator("textarea[data-edit]").fill("It carries a ballast stone, at last.");
    page.keyboard().press("Control+Enter");
    assertThat(findings).hasCount(count - 1);
    assertThat(findings.first()).isFocused();
    assertThat(translations()).contains("It carries a ballast stone, at last.");
  }

  @Test
  void aTranslationIsApprovedInSpiteOfItsFinding() {
    Page page = check();
    Locator findings = page.locator("#check .finding");
    int count = findings.count();
    keys(page, "j", "a");
    assertThat(page.locator("#done")).hasText("One unit approved");
    assertThat(findings).hasCount(count);
    assertThat(units().stream().filter(unit -> unit.provenance().status() == Status.APPROVED))
        .singleElement()
        .matches(unit -> !unit.provenance().pairing().isConfirmed());
    assertThat(page.locator("#undo-button")).containsText("one unit");
    page.keyboard().press("z");
    assertThat(page.locator("#done")).containsText("Undone: approved one unit");
  }

  @Test
  void aFindingIsWaivedByKeyAndItsRuleExplained() {
    Page page = check();
    Locator findings = page.locator("#check .finding");
    int count = findings.count();
    keys(page, "j", "o");
    assertThat(findings.first().locator(".rule-page")).isVisible();
    page.keyboard().press("h");
    assertThat(page.locator("input[data-waive]")).isFocused();
    page.keyboard().press("Escape");
    assertThat(findings.first()).isFocused();
    page.keyboard().press("h");
    assertThat(page.locator("input[data-waive]")).isFocused();
    page.keyboard().insertText("the author wants it so");
    page.keyboard().press("Enter");
    assertThat(findings).hasCount(count - 1);
    assertThat(page.locator("#done")).hasText("Waived.");
    assertThat(findings.first()).isFocused();
  }

  @Test
  void aFilterShowsWhatItNamesAndKeepsTheFocus() {
    Page page = page("/check?view=place");
    assertThat(page.locator("#check .finding").first()).isVisible();
    page.locator("#choice-rule").selectOption("term-forbidden");
    assertThat(page.locator(".finding summary").first()).hasText("term-forbidden");
    assertThat(page.locator("#choice-rule")).hasValue("term-forbidden");
    assertThat(page).hasURL(Pattern.compile(".*rule=term-forbidden.*"));
  }

  @Test
  void aFileIsSavedByTheBrowser() {
    Page page = page("/export");
    assertThat(page.locator("#count")).hasText("7 units.");
    Download download = page.waitForDownload(() -> page.locator("#file-tmx-omegat").click());
    assertThat(download.suggestedFilename()).endsWith(".omegat.tmx");
    assertThat(download.path()).content().contains("The bridge is mended");
  }

  @Test
  void aWaiverIsTakenBackInTheList() {
    Page page = check();
    int count = page.locator("#check .finding").count();
    keys(page, "j", "h");
    assertThat(page.locator("input[data-waive]")).isFocused();
    page.keyboard().insertText("the author wants it so");
    page.keyboard().press("Enter");
    assertThat(page.locator("#check .finding")).hasCount(count - 1);
    page.locator("a[href='/check/waivers']").first().click();
    assertThat(page.locator("#waivers .reason")).hasText("the author wants it so");
    listens(page);
    assertAccessible(page);
    page.locator("#waivers [id^=back-]").press("Enter");
    assertThat(page.locator("#waivers .unit")).hasCount(0);
    assertThat(page.locator("#done")).containsText("Taken back");
    assertThat(page.locator("#waivers")).isFocused();
    go(page, "/check?view=place&rule=term-forbidden");
    assertThat(page.locator("#check .finding")).hasCount(count);
  }

  @Test
  void anOmissionOpensItsPlaceInAlign() throws IOException {
    SampleArticle.fill(folder);
    Page page = page("/align?document=" + SampleArticle.DOCUMENT + "#d1-7");
    page.waitForSelector("#d1-7 .grip");
    page.keyboard().press("u");
    assertThat(page.locator("#said")).hasText("Both are unmatched now");
    go(page, "/check?view=place&rule=omitted");
    Locator omitted = page.locator("#check .finding");
    assertThat(omitted).hasCount(1);
    assertThat(omitted).containsText("风从北边吹来");
    keys(page, "j", "Enter");
    assertThat(page.locator("tbody.here")).containsText("风从北边吹来");
    assertThat(page.locator("tbody.here .grip").first()).isInViewport();
    page.keyboard().press("z");
    assertThat(page.locator("#said")).containsText("Undone");
    go(page, "/check?view=place&rule=omitted");
    assertThat(page.locator("#found")).hasText("Nothing found");
  }

  @Test
  void allSafeReplacementsAreMadeByOneClick() {
    Page page = page("/check/fixes");
    page.locator("#apply").click();
    assertThat(page.locator("#done")).containsText("places replaced");
    assertThat(translations()).noneMatch(target -> target.contains("cornerstone"));
  }

  @Test
  void allPagesAreAccessible() {
    inEveryLook(
        page -> {
          go(page, "/check/fixes");
          assertThat(page.locator("#apply")).isVisible();
          assertAccessible(page);
          go(page, "/export");
          assertThat(page.locator("#count")).isVisible();
          assertAccessible(page);
          go(page, "/check?view=place");
          assertThat(page.locator("#check .finding").first()).isVisible();
          keys(page, "j", "o");
          assertThat(page.locator(".rule-page").first()).isVisible();
          page.keyboard().press("h");
          assertThat(page.locator("input[data-waive]")).isFocused();
          assertAccessible(page);
          keys(page, "Escape", "e");
          assertEditorAndKeysOpen(page);
        });
  }
}
