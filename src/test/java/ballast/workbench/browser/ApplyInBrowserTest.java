package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.document.Packages;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ApplyInBrowserTest extends BrowserTest {

  private static final String REVIEW = "/revisions/review?document=guide";

  private Path guide = Path.of("");

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleFolder.fill(folder);
    guide = folder.resolve("guide.en.docx");
    write("guide.zh.txt", "货轮装着压舱石。\n\n水手们把箱子搬上甲板。\n\n孩子站在岸上挥手。\n");
    guide("The freighter has a cornerstone.", "The sailors carried boxes onto the deck.", true);
    guide("The freighter has a cornerstone.", "The sailors carried crates onto the deck.", true);
    client = WorkbenchClient.open(folder);
  }

  private void guide(String first, String second, boolean isAligned) throws IOException {
    String last = "A child stood on the shore and waved.";
    Packages word = Packages.docx(Packages.p(first) + Packages.p(second) + Packages.p(last));
    Files.write(guide, word.bytes());
    if (isAligned) {
      align(folder, "guide.zh.txt", "guide.en.docx");
    }
  }

  private String text() throws IOException {
    return Packages.partOf(Files.readAllBytes(guide), "word/document.xml");
  }

  @Test
  void aCorrectionInCheckIsWrittenAtOnce() throws IOException {
    Page page = page("/check?view=place&document=guide&rule=term-forbidden");
    Locator write = page.locator("#corrections button");
    assertThat(page.locator("#check .finding")).hasCount(1);
    assertThat(write).hasCount(0);
    keys(page, "J", "f");
    assertThat(write).hasText("Write one change into guide.en.docx");
    write.press("Enter");
    assertThat(page.locator("#done")).containsText("the old file is guide.en.docx.bak");
    assertThat(write).hasCount(0);
    assertThat(page.locator("#corrections")).isFocused();
    assertThat(text()).contains("ballast stone").doesNotContain("cornerstone", "<w:ins ");
  }

  @Test
  void anAnswerInReviewIsWrittenAsARevision() throws IOException {
    Page page = page(REVIEW);
    Locator line = page.locator("#review .change").first();
    keys(page, "j", "e");
    line.locator("[name=target]").fill("The sailors carried barrels onto the deck.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#corrections button")).isVisible();
    assertThat(line).isFocused();
    page.getByText("as tracked changes").click();
    page.locator("#corrections button").click();
    assertThat(page.locator("#done")).containsText("One sentence written into guide.en.docx");
    assertThat(text()).contains("<w:ins ", "barrels", "<w:delText", "crates");
  }

  @Test
  void theListIsAccessible() throws IOException {
    units().stream()
        .filter(unit -> unit.target().matches(".*(crates|waved).*"))
        .forEach(unit -> correctElsewhere(unit, unit.target().replace("The", "All the") + " Yes."));
    guide("The freighter has a cornerstone.", "The men took the crates on board.", false);
    inEveryLook(
        page -> {
          for (String path : List.of("/check", REVIEW)) {
            go(page, path);
            assertThat(page.locator("#corrections button")).isVisible();
            page.locator("#corrections summary").first().click();
            page.locator("#corrections summary").last().click();
            assertAccessible(page);
          }
        });
  }
}
