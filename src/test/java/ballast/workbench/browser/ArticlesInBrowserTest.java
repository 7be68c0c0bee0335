package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ArticlesInBrowserTest extends BrowserTest {

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleArticle.fill(folder);
    client = WorkbenchClient.open(folder);
  }

  @Test
  void anArticleIsRemovedAndComesBack() {
    Page page = page("/");
    Locator rows = page.locator("#articles tbody tr");
    assertThat(rows.locator(".title")).hasText("港口的清晨");
    rows.locator("button[value=delete]").click();
    assertThat(page.locator("#ask")).containsText("its files stay");
    page.keyboard().press("Enter");
    assertThat(rows).hasCount(0);
    assertThat(page.locator("#done")).hasText("8 units deleted");
    page.keyboard().press("z");
    assertThat(rows).hasCount(1);
    page.locator("#pairs summary").click();
    assertThat(page.locator("#pairs li")).hasText("harbour.zh.txt – harbour.en.txt");
    assertAccessible(page);
  }

  @Test
  void aListOfArticlesLeadsToWhatIsToBeDone() {
    Page page = page("/");
    page.locator(".chips a[href*=looks]").click();
    page.locator("#articles tbody a[href*='only=1']").click();
    assertThat(page.locator("#only")).hasAttribute("aria-pressed", "true");
  }
}
