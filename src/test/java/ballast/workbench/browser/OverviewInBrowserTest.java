package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OverviewInBrowserTest extends BrowserTest {

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleArticle.fill(folder);
    write("glossary/terms.csv", "zh,en\n压舱石,ballast stone\n港口,seaport\n");
    client = WorkbenchClient.open(folder);
  }

  @Test
  void aCountOfFindingsLeadsToThem() {
    Page page = page("/overview");
    page.locator("#check-memory").click();
    assertThat(page.locator("#findings")).isFocused();
    assertThat(page.locator("#tasks a[href='/check?severity=error']")).containsText("errors");
    Locator link = page.locator("#findings .number a").first();
    assertThat(link).isVisible();
    int count = Integer.parseInt(link.textContent());
    link.click();
    assertThat(page.locator("#open-decisions")).containsText("about " + count + " findings");
  }

  @Test
  void theChartsAppearAndAreAccessible() {
    inEveryLook(
        page -> {
          go(page, "/overview");
          assertThat(page.locator("#overview-terms")).isVisible();
          byte[] text = "船在六点钟离开了港口。\n\n没有人。\n".getBytes(UTF_8);
          page.locator("#file").setInputFiles(new FilePayload("new.txt", "text/plain", text));
          assertThat(page.locator("#covered")).containsText("1 of 2 sentences");
          assertThat(page.locator(".timeline")).hasCount(0); // all on one day
          if (page.locator("#check-memory").count() > 0) {
            page.locator("#check-memory").press("Enter");
          }
          assertThat(page.locator("#findings table").first()).isVisible();
          assertAccessible(page);
        });
  }
}
