package ballast.workbench.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.app.page.Chromium;
import ballast.workbench.RoomTest;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/**
 * Drives a Chromium of the PATH, without a window. Without one the tests are skipped, or fail where
 * {@code CI=true}: there one must be installed.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest extends RoomTest {

  /** In milliseconds; a busy machine may be slow. */
  private static final double PATIENCE = 60_000;

  /**
   * What htmx writes of a request that a later one replaces, as the next letter does while one
   * types ({@code hx-sync}). One that fails is {@code htmx:sendError} besides.
   */
  private static final List<String> REPLACED = List.of("htmx:afterRequest,", "htmx:sendAbort,");

  private final List<String> console = new ArrayList<>();

  private Playwright playwright;
  private Browser browser;

  @BeforeAll
  final void startTheBrowser() {
    Optional<Path> program = Chromium.find().map(Chromium::program);
    if (program.isEmpty()) {
      assertThat(System.getenv("CI")).as("CI, and no Chromium on the PATH").isNotEqualTo("true");
    }
    assumeTrue(program.isPresent(), "no Chromium on the PATH");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.get())
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  @AfterAll
  final void stopTheBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** Before the workbench is closed, which they ask for more. */
  @AfterEach
  final void closePages() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    assertSilent();
  }

  /** Fails if a page has written to the console. */
  final void assertSilent() {
    List<String> written = List.copyOf(console);
    console.clear();
    assertThat(written).isEmpty();
  }

  /** What the test expects a page to write to the console: a request that is refused, for one. */
  final void forgetConsole() {
    console.clear();
  }

  /** A page of 1280 times 900 in English, let in. */
  final Page page() {
    return page(1280, ColorScheme.LIGHT);
  }

  final Page page(String path) {
    Page page = page();
    go(page, path);
    return page;
  }

  final Page page(int width, ColorScheme scheme) {
    return letIn(emptyPage(width, scheme, "en-GB"));
  }

  /** A page of a browser that prefers a language, let in. */
  final Page pageIn(String locale) {
    return letIn(emptyPage(1280, ColorScheme.LIGHT, locale));
  }

  private Page letIn(Page page) {
    page.navigate(client.openingAddress());
    page.waitForURL(url -> url.endsWith("/")); // what lets it in leads on
    return page;
  }

  /** Does something with a page in a wide and in a narrow window, in light and dark colours. */
  final void inEveryLook(Consumer<Page> deed) {
    for (int width : new int[] {1280, 400}) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page = page(width, scheme);
        deed.accept(page);
        page.context().close();
      }
    }
  }

  final Page emptyPage() {
    return emptyPage(1280, ColorScheme.LIGHT, "en-GB");
  }

  private Page emptyPage(int width, ColorScheme scheme, String locale) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(locale)
                .setColorScheme(scheme));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // A browser asks for an icon beside a refusal in plain text, at any time after it.
          if (REPLACED.stream().noneMatch(message.text()::startsWith)
              && !message.location().contains("/favicon.ico")) {
            console.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> console.add("error: " + error));
    return page;
  }

  static void go(Page page, String path) {
    page.navigate(page.url().replaceFirst("^(https?://[^/]*).*", "$1") + path);
  }

  /** Presses keys, one after the other. */
  static void keys(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /** The editor of a text is open and closes; the list of keys opens. */
  static void assertEditorAndKeysOpen(Page page) {
    PlaywrightAssertions.assertThat(page.locator("textarea[data-edit]")).isFocused();
    assertAccessible(page);
    page.keyboard().press("Escape");
    PlaywrightAssertions.assertThat(page.locator("textarea[data-edit]")).hasCount(0);
    page.keyboard().press("?");
    PlaywrightAssertions.assertThat(page.locator("#keys")).isVisible();
    assertAccessible(page);
  }

  static void room(Page page, String name) {
    page.locator(".bar a", new Page.LocatorOptions().setHasText(name)).click();
    PlaywrightAssertions.assertThat(page.locator(".bar a[aria-current]")).hasText(name);
    listens(page);
  }

  /**
   * Waits until the scripts of the page that is shown have run; a click before that is lost. Only
   * {@code navigate} and {@code reload} wait by themselves, a click on a link does not.
   */
  static void listens(Page page) {
    page.waitForLoadState(LoadState.LOAD);
  }

  /** Drops files of this computer at a place, as a hand does it with the mouse. */
  static void drop(Page page, List<Path> files, Locator place) {
    BoundingBox box = place.boundingBox();
    JsonObject data = new JsonObject();
    data.add("items", new JsonArray());
    JsonArray names = new JsonArray();
    files.forEach(file -> names.add(file.toString()));
    data.add("files", names);
    data.addProperty("dragOperationsMask", 1);
    CDPSession chromium = page.context().newCDPSession(page);
    for (String type : List.of("dragEnter", "dragOver", "drop")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("x", box.x + box.width / 2);
      event.addProperty("y", box.y + box.height / 2);
      event.add("data", data);
      chromium.send("Input.dispatchDragEvent", event);
    }
    chromium.detach();
  }

  /** The id of the element that has the focus; empty if it has none. */
  static String focus(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.id"));
  }

  /**
   * Fails if the page is wider than the window, or axe-core finds a serious violation. In dark
   * colours axe-core only checks contrasts, and in a narrow window nothing.
   */
  static void assertAccessible(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing is cut off at the right")
        .isEqualTo(true);
    if (page.viewportSize().width < 1280) {
      return;
    }
    AxeBuilder axe = new AxeBuilder(page);
    if (page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").equals(true)) {
      axe.withRules(List.of("color-contrast"));
    }
    List<String> serious =
        axe.analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(BrowserTest::described)
            .toList();
    assertThat(serious).isEmpty();
  }

  private static String described(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
  }
}
