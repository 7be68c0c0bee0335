package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GlossaryInBrowserTest extends BrowserTest {

  private static final double PATIENCE = 60_000;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleFolder.fill(folder);
    client = WorkbenchClient.open(folder);
  }

  private static LocatorAssertions.HasCountOptions patiently() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
  }

  @Test
  void usesAppearWhenTheyAreCounted() {
    Page page = page(client);
    go(page, "/terms");
    assertThat(page.locator("#concepts .meter").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    page.locator("#findings").check();
    assertThat(page.locator("#concepts .finding").first()).isVisible();
  }

  @Test
  void entriesAreFoundWhileOneTypes() {
    Page page = page(client);
    go(page, "/terms");
    Locator rows = page.locator("#concepts tbody tr");
    assertThat(rows.nth(1)).isVisible();
    page.locator("#q").fill("cornerstone");
    assertThat(rows).hasCount(1);
    assertThat(rows).containsText("压舱石");
    assertThat(page).hasURL(Pattern.compile(".*/terms\\?q=cornerstone.*"));
  }

  @Test
  void candidatesAreAcceptedAndRefusedByKey() throws IOException {
    Page page = page(client);
    go(page, "/terms");
    page.locator("#mine").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#candidates progress")).hasCount(0, patiently());
    Locator candidates = page.locator(".candidate:not(.accepted)");
    assertThat(candidates.first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    int all = candidates.count();
    String zh = candidates.first().locator("input[name=zh]").inputValue();
    candidates.first().locator("input[name=en]").fill("my own word");
    page.keyboard().press("Enter");
    assertThat(page.locator(".accepted")).containsText(zh + " – my own word");
    assertThat(read("glossary/terms.csv")).contains("my own word");
    assertThat(page.locator("#concepts")).containsText("my own word");
    if (all > 1) {
      assertThat(candidates.first().locator("button.go")).isFocused();
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(candidates).hasCount(all - 2);
    }
  }

  @Test
  void thePageIsAccessible() {
    for (int width : new int[] {1280, 400}) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page = page(client, width, scheme);
        go(page, "/terms");
        assertThat(page.locator("#concepts .finding").first())
            .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        page.locator("#mine").click();
        assertThat(page.locator(".candidate").first())
            .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        assertAccessible(page);
        page.context().close();
      }
    }
  }
}
