package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TermInBrowserTest extends BrowserTest {

  private Path glossary;
  private String before;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    SampleFolder.fillWithDecisions(folder);
    glossary = folder.resolve("glossary/terms.csv");
    before = Files.readString(glossary);
    client = WorkbenchClient.open(folder);
  }

  /** Selects the first occurrence of words in the list of a room, as a hand does it. */
  private static void select(Page page, String list, String words) {
    page.locator(list + " :text('" + words + "')").first().waitFor();
    Object found =
        page.evaluate(
            """
            ([list, words]) => {
              const texts = document.createTreeWalker(document.querySelector(list), NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const at = text.data.indexOf(words);
                if (at >= 0) {
                  getSelection().setBaseAndExtent(text, at, text, at + words.length);
                  return true;
                }
              }
              return false;
            }
            """,
            new Object[] {list, words});
    assertThat(found).isEqualTo(true);
  }

  /** The recorded run: a term is added from a text, checked, removed and undone. */
  private void aTermGoesItsWay(Page page, String harbour, String undone) throws IOException {
    select(page, "#units", "港口");
    page.keyboard().press("t");
    assertThat(page.locator("dialog#term")).isVisible();
    assertThat(page.locator("#term-zh")).hasValue("港口");
    assertThat(page.locator("#term-en")).hasValue("port");
    assertThat(page.locator("#term-en")).isFocused();
    assertAccessible(page);
    page.locator("#term-en").fill("harbour");
    page.keyboard().press("Enter");
    assertThat(page.locator("#term.notice")).containsText(harbour);
    assertThat(page.locator("#undo-button")).containsText(harbour);
    assertAccessible(page);
    assertThat(glossary).content(UTF_8).isEqualTo(before + "港口,harbour,\n");
    go(page, "/check");
    Locator decision = page.locator(".decision:has(b:text-is('港口'))");
    assertThat(decision.locator(".found")).hasText("port");
    decision.locator("th a").click();
    Locator entry = page.locator("#concepts tbody tr");
    assertThat(entry).hasCount(1);
    assertThat(entry.locator("th a")).hasAttribute("href", "/memory?q=%E6%B8%AF%E5%8F%A3");
    assertAccessible(page);
    entry.locator("form button:not([type])").click();
    assertThat(entry).hasCount(0);
    assertThat(glossary).content(UTF_8).isEqualTo(before);
    assertThat(page.locator("#term [data-undo]")).isFocused();
    page.keyboard().press("z");
    assertThat(page.locator("#term.notice")).containsText(undone);
    assertThat(entry).hasCount(1);
    assertThat(glossary).content(UTF_8).isEqualTo(before + "港口,harbour,\n");
    page.keyboard().press("j");
    assertThat(page.locator("#term.notice")).hasCount(0);
    page.keyboard().press("z");
    assertThat(entry).hasCount(0);
    assertThat(glossary).content(UTF_8).isEqualTo(before);
  }

  @Test
  void aTermGoesItsWayInEnglish() throws IOException {
    aTermGoesItsWay(page("/memory"), "\"harbour\" added to glossary/terms.csv", "Undone: 港口");
  }

  @Test
  void aTermGoesItsWayInChinese() throws IOException {
    Page page = page("/memory");
    page.locator(".bar button[lang=zh]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "zh");
    listens(page);
    aTermGoesItsWay(page, "已将“harbour”加入 glossary/terms.csv", "已撤销：港口");
  }

  @Test
  void aRefusalStaysInTheFormUntilItIsMended() {
    Page page = page("/check");
    assertThat(page.locator(".decision")).hasCount(5);
    select(page, ".decisions", "freighter");
    page.keyboard().press("t");
    assertThat(page.locator("#term-en")).hasValue("freighter");
    page.locator("#term-zh").fill("货轮");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog#term [role=alert]")).containsText("already has 货轮");
    assertAccessible(page);
    page.locator("#term-en").fill("barge");
    page.locator("#term-status").selectOption("forbidden");
    page.locator("#term button.go").click();
    assertThat(page.locator("#term.notice")).containsText("barge");
    assertThat(glossary).content(UTF_8).contains("货轮,barge,forbidden");
    forgetConsole(); // the refusal
  }

  @Test
  void theFormIsLeftByEscapeAndNamedInTheListOfKeys() {
    Page page = page("/memory");
    page.locator("#units .unit").first().focus();
    page.keyboard().press("t");
    assertThat(page.locator("dialog#term")).isVisible();
    page.keyboard().insertText("t");
    assertThat(page.locator("#term-zh")).hasValue("t");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog#term")).isHidden();
    assertThat(page.locator("#units .unit").first()).isFocused();
    page.keyboard().press("?");
    assertThat(page.locator("#keys dt:has(kbd:text-is('t')) + dd"))
        .hasText("add a term, with the selected words");
    page.keyboard().press("t");
    assertThat(page.locator("dialog#term")).isHidden();
  }

  @Test
  void wordsOfAnArticleAreSelectedInAlign() throws IOException {
    write("bridge.zh.txt", "工人们在港口等了一夜。\n桥终于修好了。\n");
    write(
        "bridge.en.txt",
        "The workers waited in the port all night.\nThe bridge was mended at last.\n");
    align(folder, "bridge");
    Page page = page("/align?document=" + documents());
    // Rows are drawn again when their terms come, which would end a selection.
    page.evaluate(
        "async () => { while ([...document.querySelectorAll('#beads tbody.bead')]"
            + ".some(one => one.level !== 2)) { await new Promise(requestAnimationFrame); } }");
    select(page, "#beads", "港口");
    page.keyboard().press("t");
    assertThat(page.locator("#term-en")).hasValue("port");
    page.keyboard().press("Enter");
    assertThat(page.locator("#term.notice")).containsText("port");
    assertThat(glossary).content(UTF_8).isEqualTo(before + "港口,port,\n");
    page.keyboard().press("z");
    assertThat(page.locator("#term.notice")).containsText("Undone");
    assertThat(glossary).content(UTF_8).isEqualTo(before);
  }

  private String documents() {
    return units().stream()
        .map(unit -> unit.provenance().document())
        .filter(name -> name.contains("bridge"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRoomIsAccessible() {
    inEveryLook(
        page -> {
          go(page, "/terms");
          page.locator("#concepts form button[type=button]").first().click();
          assertThat(page.locator("#term-en")).isFocused();
          assertAccessible(page);
          page.keyboard().press("Escape");
          page.locator("#show-keys").click();
          assertThat(page.locator("#keys")).isVisible();
          assertAccessible(page);
        });
  }
}
