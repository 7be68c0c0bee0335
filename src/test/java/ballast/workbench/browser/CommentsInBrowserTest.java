package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an editor remarks on a sentence is under it in every room of the translator. */
final class CommentsInBrowserTest extends BrowserTest {

  private static final String ARTICLE = "document=" + SampleArticle.DOCUMENT;
  private static final String ALIGN = "/align?" + ARTICLE;
  private static final String REMARK = "That is not the glossary's word.";

  /** The bead of the sentence that the translation has changed, against the glossary. */
  private static final String BEAD = "#d1-3";

  @SuppressWarnings("NullAway.Init") // opened before each test
  private WorkbenchClient editor;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleArticle.fill(folder);
    Path english = folder.resolve(SampleArticle.DOCUMENT + ".en.txt");
    Files.writeString(
        english, Files.readString(english).replace("ballast stone", "keystone"), UTF_8);
    align(folder, SampleArticle.DOCUMENT);
    editor = WorkbenchClient.open(folder);
    client = WorkbenchClient.open(folder, "Mei");
  }

  @AfterEach
  void closeEditor() {
    editor.close();
  }

  /** The editor comments in Review, by keys. */
  private void comment() {
    WorkbenchClient translator = client;
    client = editor;
    Page page = page("/revisions/review?" + ARTICLE);
    Locator line = page.locator("#review .change");
    keys(page, "j", "c");
    assertThat(line.locator(".new [data-remark]")).isFocused();
    page.keyboard().type(REMARK);
    page.keyboard().press("Control+Enter");
    assertThat(line.locator(".said")).containsText("Lin");
    assertThat(line.locator(".said")).containsText(REMARK);
    assertThat(line).isFocused();
    assertThat(page.locator("#undo-button")).containsText("commented on one unit");
    assertAccessible(page);
    page.context().close();
    client = translator;
  }

  @Test
  void aCommentIsUnderItsSentenceInEveryRoom() {
    comment();
    Page page = page(ALIGN);
    assertThat(page.locator(BEAD + " .said")).containsText(REMARK);
    assertThat(page.locator("#beads .said")).hasCount(1);
    assertAccessible(page);
    room(page, "Memory");
    assertThat(page.locator("#units .said")).containsText(REMARK);
    assertThat(page.locator("#units .badge.comments")).hasText("One open comment");
    assertAccessible(page);
    room(page, "Check");
    go(page, "/check?view=place");
    assertThat(page.locator("#check .finding .said").first()).containsText(REMARK);
    assertAccessible(page);
    go(page, "/");
    assertThat(page.locator("#articles .badge.comments")).hasText("1");
    page.locator(".chips a[href*=comments]").click();
    assertThat(page.locator("#articles tbody tr")).hasCount(1);
    assertAccessible(page);
    page.locator("#articles .badge.comments").click();
    assertThat(page.locator(BEAD)).isFocused();
  }

  @Test
  void aCommentIsAnsweredResolvedReopenedAndUndone() {
    comment();
    Page page = page("/memory");
    Locator thread = page.locator("#units .thread:not(.new)");
    thread.locator("[data-say]").click();
    page.keyboard().type("I will look it up.");
    page.keyboard().press("Control+Enter");
    assertThat(thread.locator(".said")).hasCount(2);
    assertThat(thread).containsText("Mei");
    go(page, "/check?view=place");
    Locator found = page.locator("#check .finding .talk").first();
    found.locator("button[value=resolve]").click();
    assertThat(found.locator("summary")).hasText("One resolved comment");
    assertThat(found.locator(".badge.comments")).hasCount(0);
    assertThat(page.locator("#undo-button")).containsText("resolved");
    go(page, "/?only=comments");
    assertThat(page.locator("#articles")).containsText("None of the articles.");
    go(page, "/memory");
    page.locator("#units .talk summary").click();
    page.locator("#units button[value=reopen]").click();
    assertThat(page.locator("#units .badge.comments")).hasText("One open comment");
    page.locator("#undo-button").click();
    assertThat(page.locator("#units .talk summary")).hasText("One resolved comment");
  }

  @Test
  void aSentenceIsCommentedInAlignByKeyAndTheCommentGoesWithTheBead() {
    Page page = page(ALIGN + BEAD);
    assertThat(page.locator(BEAD)).isFocused();
    page.keyboard().press("c");
    assertThat(page.locator(BEAD + " .new [data-remark]")).isFocused();
    page.keyboard().type("merge me"); // these are keys for moves, too
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(BEAD + " .said")).containsText("merge me");
    assertThat(page.locator(BEAD)).isFocused();
    keys(page, "k", "m");
    assertThat(page.locator("#d1-2 td.source p")).hasCount(2);
    assertThat(page.locator("#d1-2 .said")).containsText("merge me");
    assertThat(page.locator("#beads .said")).hasCount(1);
    keys(page, "z");
    assertThat(page.locator(BEAD + " .said")).containsText("merge me");
    assertThat(page.locator("#beads .said")).hasCount(1);
  }

  @Test
  void aRemarkThatIsNotSavedIsForgotten() {
    Page page = page("/memory");
    Locator unit = page.locator("#units .unit").nth(1);
    keys(page, "j", "j", "c");
    assertThat(unit.locator("[data-remark]")).isFocused();
    page.keyboard().type("no");
    page.keyboard().press("Escape");
    assertThat(unit).isFocused();
    assertThat(unit.locator("[data-remark]")).isHidden();
    assertThat(unit.locator("[data-remark]")).hasValue("");
  }
}
