package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BeadEditor;
import ballast.app.align.BeadMove;
import ballast.app.align.OpenArticle;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.UnitFilter;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of an article, and undo. The user of the workbench is Lin. */
final class HistoryInBrowserTest extends BrowserTest {

  private static final Clock LONG_AGO =
      Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

  private static final String ALIGN = "/align?document=" + SampleArticle.DOCUMENT;

  private static final String LOG = "/revisions?document=" + SampleArticle.DOCUMENT;

  @BeforeEach
  void fill() throws IOException {
    SampleArticle.fill(folder);
  }

  /** Confirms three pairs and merges two, as a user. */
  private void confirmAndMerge(Workplace workplace) {
    BeadEditor editor = new BeadEditor(workplace, memory(), Notices.NONE);
    OpenArticle article = editor.open(SampleArticle.DOCUMENT);
    for (int bead = 1; bead <= 3; bead++) {
      article = editor.apply(article, BeadMove.confirm(bead, bead));
    }
    editor.apply(article, BeadMove.merge(5, 6));
  }

  private void approve(String document, String author) {
    String[] ids = {""};
    try (var memory = memory().openForReading()) {
      memory.forEachUnit(
          UnitFilter.CURRENT.inDocuments(Set.of(document)), unit -> ids[0] = unit.id());
    }
    new MemoryEdits(Workplace.in(folder))
        .edit(
            EditScope.of(memory())
                .of(UnitFilter.CURRENT.named(Set.of(ids[0])))
                .by(new Origin(author, "")),
            UnitAction.APPROVE,
            edit -> {});
  }

  private long approved() {
    return units().stream()
        .filter(unit -> unit.provenance().status() == Unit.Status.APPROVED)
        .count();
  }

  private Page open(String path) throws IOException, InterruptedException {
    client = WorkbenchClient.open(folder);
    return page(path);
  }

  private static void pressUndo(Page page) {
    page.waitForSelector(".here .grip");
    page.evaluate("document.getElementById('said').textContent = ''");
    page.keyboard().press("z");
  }

  private static Locator said(Page page) {
    return page.locator("#said");
  }

  @Test
  void theLogJoinsWhatOnePersonDidAndUnfoldsToTheSentences() throws Exception {
    confirmAndMerge(Workplace.in(folder).withAuthor("Anna"));
    approve(SampleArticle.DOCUMENT, "Ben");
    Page page = open(LOG);
    assertThat(page.locator("#choice th[scope=row]")).hasCount(1);
    Locator lines = page.locator(".log > li");
    assertThat(lines).hasCount(4);
    assertThat(lines.nth(0)).containsText("Ben approved one unit, ");
    assertThat(lines.nth(1)).containsText("Anna merged 2 pairs, ");
    assertThat(lines.nth(2)).containsText("Anna confirmed 3 pairs, ");
    assertThat(lines.nth(3)).containsText("aligned 8 units, ");
    lines.nth(2).locator("summary").press("Enter");
    Locator sentences = lines.nth(2).locator(".history .history li");
    assertThat(sentences).hasCount(3);
    assertThat(sentences.nth(2)).containsText("船在六点钟离开了港口。");
    assertThat(sentences.nth(2)).containsText("The ship left the harbour at six o'clock.");
    assertThat(lines.nth(2).locator("button")).hasCount(0); // the merge comes first
    assertAccessible(page);

    lines.nth(1).locator("summary").click();
    lines.nth(1).locator("button").click();
    assertThat(page.locator("#ask")).containsText("Anna merged 2 pairs, ");
    page.keyboard().press("Escape");
    assertThat(page.locator("#ask")).hasCount(0);
    assertThat(lines).hasCount(4);
    lines.nth(1).locator("button").click();
    page.keyboard().press("Enter");
    assertThat(page.locator("#done")).containsText("Undone: merged 2 pairs");
    assertThat(lines).hasCount(5);
    assertThat(lines.nth(2)).containsText("Anna merged 2 pairs, ");
    assertThat(lines.nth(2).locator(".badge")).isVisible();
    lines.nth(3).locator("summary").click();
    lines.nth(3).locator("button", new Locator.LocatorOptions().setHasText("Undo all")).click();
    page.keyboard().press("Enter");
    assertThat(page.locator("#done")).containsText("Undone: confirmed 3 pairs");
    assertThat(pins(SampleArticle.DOCUMENT)).isEmpty();
    assertThat(approved()).isEqualTo(1);

    lines.nth(2).locator("summary").click();
    lines.nth(2).locator(".history .history a").first().click();
    page.waitForURL(url -> url.contains("/align?document=harbour#d1-"));
  }

  @Test
  void undoIsOfTheArticleWhateverWasDoneElsewhere() throws Exception {
    write("other.zh.txt", "船在等。\n");
    write("other.en.txt", "The ship waits.\n");
    Page page = open(ALIGN);
    page.waitForSelector(".here .grip");
    page.locator("#d1-2 td.target").click();
    page.keyboard().press("Enter");
    assertThat(said(page)).hasText("Pair confirmed");
    align(folder, "other");
    approve("other", "Ben");

    pressUndo(page);

    assertThat(said(page)).hasText("Undone: confirmed one pair");
    assertThat(pins(SampleArticle.DOCUMENT)).isEmpty();
    assertThat(approved()).isEqualTo(1);
    pressUndo(page);
    assertThat(page.locator("#problem")).containsText("is its alignment");
  }

  @Test
  void undoAsksBeforeItReachesAnotherPersonsChange() throws Exception {
    Page page = open(ALIGN);
    approve(SampleArticle.DOCUMENT, "Ben");
    pressUndo(page);
    Locator dialog = page.locator("#ask");
    assertThat(dialog).containsText("Ben approved one unit, ");
    assertThat(dialog).containsText("Undo it?");
    assertAccessible(page);
    page.keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
    assertThat(approved()).isEqualTo(1);
    pressUndo(page);
    assertThat(dialog).isVisible();
    page.keyboard().press("Enter");
    assertThat(said(page)).hasText("Undone: approved one unit");
    assertThat(approved()).isZero();
    page.keyboard().press("Z");
    assertThat(said(page)).hasText("Redone: approved one unit");
    assertThat(approved()).isEqualTo(1);
  }

  @Test
  void undoAsksBeforeItReachesAnEarlierSittingOrAnotherArticle() throws Exception {
    confirmAndMerge(new Workplace(folder, InputStream.nullInputStream(), LONG_AGO, "Lin"));
    write("other.zh.txt", "船在等。\n");
    write("other.en.txt", "The ship waits.\n");
    align(folder, "other");
    Page page = open(ALIGN);
    pressUndo(page);
    assertThat(page.locator("#ask")).containsText("Lin merged 2 pairs, Nov 2, 2026, ");
    page.keyboard().press("Escape");
    new MemoryEdits(Workplace.in(folder))
        .edit(EditScope.of(memory()).by(new Origin("Lin", "")), UnitAction.REJECT, edit -> {});
    pressUndo(page);
    assertThat(page.locator("#ask")).containsText("This also undoes changes in one other article.");
    go(page, "/memory?document=other");
    page.locator("#undo-button").click();
    assertThat(page.locator("#ask")).containsText("Lin rejected 8 units");
    page.keyboard().press("Enter");
    assertThat(page.locator("#done")).containsText("Undone: rejected 8 units");
    assertThat(Files.exists(folder.resolve("other.zh.txt"))).isTrue();
  }
}
