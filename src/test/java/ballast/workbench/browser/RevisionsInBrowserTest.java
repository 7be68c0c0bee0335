package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RevisionsInBrowserTest extends BrowserTest {

  private static final String REVIEW = "/revisions/review?document=" + SampleArticle.DOCUMENT;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleArticle.fill(folder);
    Path english = folder.resolve(SampleArticle.DOCUMENT + ".en.txt");
    Files.writeString(
        english,
        Files.readString(english).replace("thirty boxes", "thirty chests").replace("six", "seven"),
        UTF_8);
    align(folder, SampleArticle.DOCUMENT);
    client = WorkbenchClient.open(folder);
  }

  @Test
  void changesAreAnsweredByKey() {
    Page page = page(REVIEW);
    Locator lines = page.locator("#review .change");
    assertThat(lines).hasCount(2);
    keys(page, "j", "a");
    assertThat(lines.nth(0).locator(".decide .badge")).hasText("approved");
    assertThat(lines.nth(1)).isFocused();
    page.keyboard().press("e");
    assertThat(lines.nth(1).locator("[name=target]")).isFocused();
    page.keyboard().press("Control+a");
    page.keyboard().type("My own words.");
    page.keyboard().press("Control+Enter");
    assertThat(lines.nth(1).locator("td.new")).hasText("My own words.");
    assertThat(lines.nth(1)).isFocused();
    page.keyboard().press("c");
    assertThat(lines.nth(1).locator("[data-remark]")).isFocused();
    page.keyboard().type("clearer");
    page.keyboard().press("Control+Enter");
    assertThat(lines.nth(1).locator(".said")).containsText("clearer");
    assertThat(lines.nth(1)).isFocused();
    page.keyboard().press("r");
    assertThat(lines.nth(1).locator(".decide .badge")).hasText("rejected");
    // The button for undo names its command, so it is drawn again after each one.
    assertThat(page.locator(".htmx-request")).hasCount(0);
    assertThat(page.locator("#undo-button")).isEnabled();
    page.keyboard().press("z");
    assertThat(lines.nth(1).locator(".decide .badge")).hasText("draft");
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
  }

  @Test
  void selectedChangesAreApprovedTogether() {
    Page page = page(REVIEW);
    Locator badges = page.locator("#review .decide .badge");
    keys(page, "j", "x", "j", "Shift+X");
    assertThat(page.locator("#count")).hasText("2 selected");
    page.keyboard().press("a");
    assertThat(page.locator("#approval")).containsText("Of 2 units to approve, one has errors");
    page.locator("#approval button[value=approve-with-errors]").click();
    assertThat(badges).hasText(new String[] {"approved", "approved"});
    assertThat(page.locator("#done")).hasText("2 units approved; one has errors: see Check");
    assertThat(page.locator("#selected")).isHidden();
    assertThat(page.locator("#undo-button")).hasText("Undo: approved 2 units");
    page.keyboard().press("z");
    assertThat(badges).hasText(new String[] {"draft", "draft"});
  }

  @Test
  void changesAreListedByKindAuthorAndComment() {
    Page page = page(REVIEW);
    Locator lines = page.locator("#review .change");
    Locator chips = page.locator("#review .chips a");
    assertThat(chips).hasText(new String[] {"All 2", "edited 2"});
    page.keyboard().press("j");
    assertThat(lines.first()).isFocused();
    page.keyboard().press("c");
    page.keyboard().type("clearer");
    page.keyboard().press("Control+Enter");
    assertThat(lines.first().locator(".said")).containsText("clearer");
    page.reload();
    chips.getByText("Open comments").click();
    assertThat(lines).hasCount(1);
    assertThat(page).hasURL(Pattern.compile(".*comments=open"));
    chips.getByText("edited").click();
    assertThat(lines).hasCount(1);
    chips.getByText("With or without comments").click();
    assertThat(lines).hasCount(2);
    assertThat(page).hasURL(Pattern.compile(".*kind=edited"));
    assertAccessible(page);
  }

  @Test
  void keysKeepTheirOrderWhileAPartIsOnItsWay() {
    Page page = page(REVIEW);
    Locator lines = page.locator("#review .change");
    assertThat(page.locator("#undo-button")).isVisible();
    assertThat(page.locator(".htmx-request")).hasCount(0);
    // The part arrives between the two keys; the first of them still waits a moment.
    page.evaluate(
        "() => { const key = k => document.body.dispatchEvent("
            + "new KeyboardEvent('keydown', {key: k, bubbles: true, cancelable: true}));"
            + " const part = document.getElementById('undo-button');"
            + " part.classList.add('htmx-request'); key('j');"
            + " part.classList.remove('htmx-request');"
            + " document.body.dispatchEvent(new CustomEvent('htmx:afterRequest',"
            + " {bubbles: true, detail: {elt: document.body, successful: true}})); key('a'); }");
    assertThat(lines.nth(0).locator(".decide .badge")).hasText("approved");
  }

  @Test
  void whatIsNotSavedIsForgotten() {
    Page page = page(REVIEW);
    Locator line = page.locator("#review .change").first();
    keys(page, "j", "e");
    assertThat(line.locator("[name=target]")).isFocused();
    String text = line.locator("[name=target]").inputValue();
    page.keyboard().type("x");
    page.keyboard().press("Escape");
    assertThat(line).isFocused();
    assertThat(line.locator("[name=target]")).hasValue(text);
    assertThat(line.locator("[name=target]")).isHidden();
  }

  @Test
  void aFileIsCompared() {
    Page page = page("/revisions?document=" + SampleArticle.DOCUMENT);
    byte[] text = "The ship left the harbour at noon.\n".getBytes(UTF_8);
    page.locator("#file").setInputFiles(new FilePayload("new.txt", "text/plain", text));
    assertThat(page.locator("#compared")).containsText("noon");
    assertThat(page.locator("#compared")).isFocused();
  }

  @Test
  void thePagesAreAccessible() {
    inEveryLook(
        page -> {
          go(page, "/revisions");
          assertAccessible(page);
          go(page, "/revisions?document=" + SampleArticle.DOCUMENT);
          assertAccessible(page);
          go(page, REVIEW);
          assertThat(page.locator("#undo-button")).isVisible();
          keys(page, "j", "e", "Escape", "c");
          assertAccessible(page);
        });
  }
}
