package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** The beads of the Align room as a translator sees them: by their texts. */
final class Beads {

  private final Page page;

  Beads(Page page) {
    this.page = page;
  }

  Locator row(String text) {
    return page.locator("tbody.bead", new Page.LocatorOptions().setHasText(text));
  }

  Locator choose(String text) {
    Locator row = row(text);
    row.locator(".judgement").click();
    assertThat(row).hasClass(Pattern.compile(".*\\bhere\\b.*"));
    return row;
  }

  /** Does something and waits until the page has said what became of it. */
  void until(String said, Runnable deed) {
    page.evaluate("document.getElementById('said').textContent = ''");
    deed.run();
    assertThat(page.locator("#said")).hasText(said);
  }

  void press(String key, String said) {
    until(said, () -> page.keyboard().press(key));
  }

  /** Points with the mouse at a character of a sentence in which no term is marked. */
  void point(Locator sentence, int offset) {
    Object place =
        sentence.evaluate(
            "(p, offset) => { const range = document.createRange(); const text = p.firstChild;"
                + " range.setStart(text, offset); range.setEnd(text, text.length);"
                + " const first = range.getClientRects()[0];"
                + " return [first.left, first.top + first.height / 2]; }",
            offset);
    List<?> point = (List<?>) place;
    page.mouse().click(number(point.get(0)), number(point.get(1)));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
