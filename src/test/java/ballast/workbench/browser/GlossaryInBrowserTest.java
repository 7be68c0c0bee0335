package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GlossaryInBrowserTest extends BrowserTest {

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleFolder.fill(folder);
    client = WorkbenchClient.open(folder);
  }

  @Test
  void usesAppearWhenTheyAreCounted() {
    Page page = page("/terms");
    assertThat(page.locator("#concepts .meter").first()).isVisible();
    page.locator("#findings").check();
    assertThat(page.locator("#concepts .finding").first()).isVisible();
  }

  @Test
  void entriesAreFoundWhileOneTypes() {
    Page page = page("/terms");
    Locator rows = page.locator("#concepts tbody tr");
    assertThat(rows.nth(1)).isVisible();
    page.locator("#q").fill("cornerstone");
    assertThat(rows).hasCount(1);
    assertThat(rows).containsText("压舱石");
    assertThat(page).hasURL(Pattern.compile(".*/terms\\?q=cornerstone.*"));
  }

  @Test
  void candidatesAreAcceptedAndRefusedByKey() throws IOException {
    Page page = page("/terms");
    page.locator("#mine").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#candidates progress")).hasCount(0);
    Locator candidates = page.locator(".candidate:not(.accepted)");
    assertThat(candidates.first()).isVisible();
    int all = candidates.count();
    String zh = candidates.first().locator("input[name=zh]").inputValue();
    candidates.first().locator("input[name=en]").fill("my own word");
    page.keyboard().press("Enter");
    assertThat(page.locator(".accepted")).containsText(zh + " – my own word");
    assertThat(read("glossary/terms.csv")).contains("my own word");
    assertThat(page.locator("#concepts")).containsText("my own word");
    if (all > 1) {
      assertThat(candidates.first().locator("button.go")).isFocused();
      keys(page, "Tab", "Enter");
      assertThat(candidates).hasCount(all - 2);
    }
  }

  @Test
  void thePageIsAccessible() {
    inEveryLook(
        page -> {
          go(page, "/terms");
          assertThat(page.locator("#concepts .finding").first()).isVisible();
          page.locator("#mine").click();
          assertThat(page.locator(".candidate").first()).isVisible();
          assertAccessible(page);
        });
  }
}
