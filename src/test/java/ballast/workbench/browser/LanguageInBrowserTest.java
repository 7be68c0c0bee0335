package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.EnglishWords;
import ballast.bitext.Unit;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Looks at all pages, and at the parts that open on them, in both languages: each has words of its
 * own language only, except in texts marked as another language or as not to be translated.
 */
final class LanguageInBrowserTest extends BrowserTest {

  private static final String ARTICLE = "document=" + SampleArticle.DOCUMENT;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/align?" + ARTICLE,
          "/memory",
          "/memory?q=ship",
          "/memory?q=%E6%B8%AF%E5%8F%A3",
          "/memory?deleted=1",
          "/memory?status=old",
          "/memory/replace?pattern=ship&with=boat",
          "/memory/replace?pattern=(&regex=1",
          "/memory/duplicates",
          "/memory/commands",
          "/terms",
          "/check",
          "/check?view=place",
          "/check/fixes",
          "/check/waivers",
          "/revisions",
          "/revisions?" + ARTICLE + "&from=1&to=2",
          "/revisions?" + ARTICLE + "&from=1&to=2&then=3",
          "/revisions/review?" + ARTICLE,
          "/revisions/review?" + ARTICLE + "&since=1",
          "/overview",
          "/export");

  private static final String BUSY = ".htmx-request, [hx-trigger^='load delay'], .htmx-settling";

  /** What a user sees and hears, without what another language or the user has written. */
  private static final String TEXTS =
      """
      () => {
        const page = document.documentElement.lang;
        const foreign = one => one.closest('[translate=no]') || one.closest('[lang]').lang.slice(0, 2) !== page;
        const texts = [];
        for (const one of document.body.querySelectorAll('*')) {
          if (foreign(one) || one.closest('script, style, template') || !one.checkVisibility()) { continue; }
          for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
            if (one.hasAttribute(name)) { texts.push(one.getAttribute(name)); }
          }
          for (const node of one.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) { texts.push(node.data.trim()); }
          }
        }
        return texts.filter(text => text !== '');
      }
      """;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  private final Set<String> wrong = new TreeSet<>();

  @BeforeEach
  void open() throws IOException, InterruptedException {
    wrong.clear();
    SampleFolder.fill(folder);
    SampleArticle.fill(folder);
    revise("thirty boxes", "40 boxes");
    revise("ballast stone", "cornerstone");
    Files.writeString(
        folder.resolve("glossary/terms.csv"),
        """
        id,zh,en,status,domain,note
        ballast,压舱石,ballast stone,,,
        ballast,压舱石,cornerstone,forbidden,,
        again,压舱石,ballast stone,forbidden,,
        sailor,水手,seaman,,,
        harbour,港口,harbour,,,
        freight,货轮,freighter|cargo ship,,,
        one,海,sea,,,
        """,
        UTF_8);
    write(
        "more.tsv",
        """
        城里有3座桥。\tThe town has 4 bridges.
        城里有3座桥。\tThe town has 4 bridges.
        他说，\tHe said，
        水手们来了。\t水手们来了。
        """);
    take(folder, "more.tsv");
    correctElsewhere(unitWith("waved"), "A child stood on the shore and cried.");
    client = WorkbenchClient.open(folder);
  }

  private void revise(String old, String revised) throws IOException {
    Path english = folder.resolve(SampleArticle.DOCUMENT + ".en.txt");
    Files.writeString(english, Files.readString(english).replace(old, revised), UTF_8);
    align(folder, SampleArticle.DOCUMENT);
  }

  private Unit unitWith(String part) {
    return units().stream().filter(one -> one.target().contains(part)).findFirst().orElseThrow();
  }

  @Test
  void theChineseInterfaceHasNoEnglishSentence() throws Exception {
    workOnEverything(pageIn("zh-CN"), EnglishWords::sentence);
    assertThat(wrong).isEmpty();
  }

  @Test
  void theEnglishInterfaceHasNoChineseWord() throws Exception {
    String values = values();
    workOnEverything(
        pageIn("en-GB"),
        text ->
            HAN.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(han -> !values.contains(han))
                .findFirst());
    assertThat(wrong).isEmpty();
  }

  /** The texts and terms of the user, which messages quote. */
  private String values() throws IOException {
    StringBuilder values = new StringBuilder();
    for (String name :
        List.of(
            "glossary/terms.csv", "units.tsv", "more.tsv", SampleArticle.DOCUMENT + ".zh.txt")) {
      values.append(read(name)).append('\n');
    }
    return values.toString();
  }

  private void workOnEverything(Page page, Function<String, Optional<String>> foreign) {
    prepare(page);
    for (String path : PAGES) {
      go(page, path);
      listens(page);
      look(page, foreign);
      for (String button :
          List.of(
              "#show-keys",
              "#show-places",
              "[data-examples]",
              "[data-one]",
              "tbody.decision .row th",
              "button[id^=edit-], [data-open=edit]",
              "button[data-comment]",
              "button[id^=waive-]",
              "#mine",
              "#check-memory",
              "[data-move=split]")) {
        press(page, button);
        look(page, foreign);
      }
      page.keyboard().press("Escape");
    }
    assertSilent();
    refusals(page, foreign);
  }

  /** Leaves a comment, a deleted unit and a waived finding, as a user does. */
  private static void prepare(Page page) {
    go(page, "/memory?q=sailors");
    listens(page);
    page.locator("[data-comment]").first().click();
    page.locator("[data-remark]").first().fill("40?");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".said").first()).isVisible();
    go(page, "/memory?q=freighter");
    listens(page);
    page.locator("button[id^=delete-]").first().click();
    assertThat(page.locator(".badge.deleted").first()).isVisible();
    go(page, "/check?view=place");
    listens(page);
    page.locator("button[id^=waive-]").first().click();
    page.locator("form.waiver input[name=reason]").fill("=");
    page.keyboard().press("Enter");
    assertThat(page.locator("#done")).not().isEmpty();
  }

  /** A message that only a script shows, and a page with an error. */
  private void refusals(Page page, Function<String, Optional<String>> foreign) {
    go(page, "/memory");
    listens(page);
    assertThat(page.locator("#undo-button")).isVisible();
    assertThat(page.locator(BUSY)).hasCount(0);
    page.evaluate("() => window.htmx.ajax('POST', '/memory/units', {values: {action: 'approve'}})");
    assertThat(page.locator("#problem")).isVisible();
    look(page, foreign);
    go(page, "/align?document=nothing");
    look(page, foreign);
    forgetConsole();
  }

  private static void press(Page page, String button) {
    Locator visible = page.locator(button).locator("visible=true");
    if (visible.count() > 0
        && visible.first().isEnabled()
        && page.locator("dialog[open]").count() == 0) {
      visible.first().click();
    }
  }

  /** Opens everything that is folded, and reads the page. */
  private void look(Page page, Function<String, Optional<String>> foreign) {
    assertThat(page.locator(BUSY)).hasCount(0);
    page.evaluate(
        "() => document.querySelectorAll('details:not([open])').forEach(one => one.open = true)");
    assertThat(page.locator(BUSY)).hasCount(0);
    for (Object text : (List<?>) page.evaluate(TEXTS)) {
      foreign
          .apply(String.valueOf(text))
          .ifPresent(part -> wrong.add(page.url().replaceFirst(".*?\\w/", "/") + ": " + text));
    }
    if (page.locator("dialog[open]").count() > 0) {
      page.keyboard().press("Escape");
    }
  }
}
