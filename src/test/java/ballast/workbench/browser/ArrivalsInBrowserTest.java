package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.memory.Memory;
import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every file that is dropped ends in a row or in a message of its own, and none is lost. */
final class ArrivalsInBrowserTest extends BrowserTest {

  private static final String CHINESE =
      """
      村里的磨坊停了三年。

      去年春天，木匠修好了水轮。

      第一袋面粉送给了学校。

      孩子们用它烤了二十个面包。

      河水从早到晚推着水轮。
      """;

  private static final String ENGLISH =
      """
      The village mill had stood still for three years.

      Last spring the carpenter repaired the water wheel.

      The first sack of flour was given to the school.

      The children baked twenty loaves with it.

      The river turns the wheel from morning to night.
      """;

  private static final String REVISED =
      ENGLISH.replace("repaired", "mended").replace("twenty", "some twenty");

  private Path work;
  private Path desk;
  private Page page;

  @BeforeEach
  void open() throws Exception {
    work = Files.createDirectory(folder.resolve("work"));
    desk = Files.createDirectory(folder.resolve("desk"));
    client = WorkbenchClient.open(work);
    page = page();
  }

  private Path onDesk(String name, String text) throws IOException {
    Path file = desk.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, UTF_8);
  }

  private void dropped(Path... files) {
    listed(() -> drop(page, List.of(files), page.locator("#drop")));
  }

  /** Does something that shows the list anew, and waits until nothing is being aligned. */
  private void listed(Runnable deed) {
    page.evaluate("document.getElementById('articles').dataset.old = 'yes'");
    deed.run();
    assertThat(page.locator("#articles:not([data-old]):not([hx-trigger^='load'])")).hasCount(1);
    assertThat(page.locator("#dropping[data-now]")).hasCount(0);
  }

  private void dropArticle() throws IOException {
    dropped(onDesk("mill.zh.txt", CHINESE), onDesk("mill.en.txt", ENGLISH));
    assertThat(page.locator(".outcomes")).containsText("5 units");
  }

  private Locator rows() {
    return page.locator(".arrival");
  }

  private Locator button(String choice) {
    return rows().getByText(choice, new Locator.GetByTextOptions().setExact(true)).first();
  }

  private void choose(String choice) {
    listed(() -> button(choice).click());
  }

  private String articles(String name) throws IOException {
    return Files.readString(work.resolve("tm/articles").resolve(name), UTF_8);
  }

  private int revisions(String document) {
    try (Memory memory = memory(work).openForReading()) {
      return memory.revisions(document).size();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(work.resolve("tm/articles"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aNewVersionIsComparedAndBecomesTheNextRevisionWhenItIsChosen() throws IOException {
    dropArticle();
    dropped(onDesk("mill.en.txt", REVISED));
    assertThat(rows()).containsText("tm/articles/mill.en.txt: 2 sentences changed.");
    assertThat(page.locator(".outcomes")).hasCount(0);
    assertThat(articles("mill.en.txt")).isEqualTo(ENGLISH);
    assertAccessible(page);
    rows().getByText("Compare").click();
    assertThat(page.locator("#compared")).containsText("mended");
    assertThat(page.locator("#compared h2")).containsText("2");
    page.locator("main a", new Page.LocatorOptions().setHasText("Articles")).click();
    listens(page);
    choose("Take as revision 2");
    assertThat(page.locator(".outcomes")).containsText("revision 2: 5 units");
    assertThat(page.locator(".outcomes")).containsText("tm/articles/.old/mill-1.en.txt");
    assertThat(rows()).hasCount(0);
    assertThat(articles("mill.en.txt")).isEqualTo(REVISED);
    assertThat(articles(".old/mill-1.en.txt")).isEqualTo(ENGLISH);
    assertThat(revisions("tm/articles/mill")).isEqualTo(2);
  }

  @Test
  void bothSidesTogetherBecomeOneRevision() throws IOException {
    dropArticle();
    dropped(onDesk("mill.en.txt", REVISED), onDesk("mill.zh.txt", CHINESE.replace("三年", "整整三年")));
    assertThat(rows()).hasCount(1);
    assertThat(rows()).containsText("mill.zh.txt: one sentence changed.");
    assertThat(rows()).containsText("mill.en.txt: 2 sentences changed.");
    choose("Take as revision 2");
    assertThat(page.locator(".outcomes")).containsText("revision 2: 5 units");
    assertThat(revisions("tm/articles/mill")).isEqualTo(2);
    assertThat(articles("mill.zh.txt")).contains("整整三年");
  }

  @Test
  void bothAreKeptUnderFreeNamesAsAnotherArticle() throws IOException {
    dropArticle();
    dropped(onDesk("mill.zh.txt", CHINESE.replace("三年", "整整三年")), onDesk("mill.en.txt", REVISED));
    choose("Keep both");
    assertThat(page.locator("th a").allInnerTexts())
        .isEqualTo(List.of("tm/articles/mill", "tm/articles/mill-2"));
    assertThat(articles("mill.en.txt")).isEqualTo(ENGLISH);
    assertThat(articles("mill-2.en.txt")).isEqualTo(REVISED);
    assertThat(revisions("tm/articles/mill")).isEqualTo(1);
  }

  @Test
  void aVersionThatIsNoTranslationIsNotTaken() throws IOException {
    dropArticle();
    String other = "Nobody plays chess in the park when it rains.\n\n".repeat(9);
    dropped(onDesk("mill.en.txt", other));
    choose("Take as revision 2");
    assertThat(page.locator(".outcomes")).containsText("tm/articles/mill");
    assertThat(rows()).hasCount(1);
    assertThat(articles("mill.en.txt")).isEqualTo(ENGLISH);
    assertThat(articles(".new/2/mill.en.txt")).isEqualTo(other);
    assertThat(revisions("tm/articles/mill")).isEqualTo(1);
  }

  @Test
  void nothingFollowsFromTheSameSentences() throws IOException {
    dropArticle();
    dropped(onDesk("mill.zh.txt", CHINESE), onDesk("mill.en.txt", ENGLISH.replace("\n", "\r\n")));
    assertThat(page.locator("#dropping p").allInnerTexts())
        .satisfies(
            said ->
                assertThat(said)
                    .anyMatch(
                        text ->
                            text.startsWith("mill.zh.txt is already here, with the same content"))
                    .anyMatch(
                        text ->
                            text.startsWith(
                                "mill.en.txt is already here, with the same sentences")));
    assertThat(rows()).hasCount(0);
    assertThat(names()).containsExactly("mill.en.txt", "mill.zh.txt");
  }

  @Test
  void aFileWaitsForItsPartnerOverARestart() throws Exception {
    dropped(onDesk("磨坊.docx.txt", CHINESE));
    assertThat(rows()).hasText("tm/articles/磨坊.docx.txt is waiting for its translation Remove");
    client.close();
    client = WorkbenchClient.open(work);
    page = page();
    assertThat(rows()).containsText("is waiting for its translation");
    assertAccessible(page);
    dropped(onDesk("An old story.txt", ENGLISH));
    assertThat(rows()).hasCount(0);
    assertThat(page.locator("th a")).hasText("tm/articles/磨坊.docx");
  }

  /** As the manual does it with a review in another folder. */
  @Test
  void aFileOfAnEarlierRevisionDoesNotWait() throws IOException {
    dropArticle();
    Files.createDirectory(work.resolve("tm/versions"));
    Files.writeString(work.resolve("tm/versions/mill.en.v2.txt"), REVISED, UTF_8);
    CommandRunner.Outcome outcome =
        new CommandRunner(work)
            .run("align", "tm/articles/mill.zh.txt", "tm/versions/mill.en.v2.txt");
    assertThat(outcome.err()).contains("`ballast diff tm/articles/mill` compares it");
    page.reload();
    assertThat(page.locator("td.number[data-head=Revisions]").first()).hasText("2");
    assertThat(rows()).hasCount(0);
    dropped(onDesk("mill.en.txt", REVISED.replace("loaves", "rolls")));
    choose("Take as revision 3");
    assertThat(page.locator(".outcomes")).containsText("revision 3: 5 units");
  }

  @Test
  void removingAsksAndKeepsTheFile() throws IOException {
    dropped(onDesk("mill.en.txt", ENGLISH));
    assertThat(rows()).containsText("is waiting for its Chinese text");
    button("Remove").click();
    page.locator("#ask").getByText("Cancel").click();
    assertThat(page.locator("#ask")).hasCount(0);
    assertThat(rows()).hasCount(1);
    button("Remove").click();
    listed(() -> page.locator("#ask .go").click());
    assertThat(rows()).hasCount(0);
    assertThat(page.locator(".outcomes")).containsText("tm/articles/.old/mill-1.en.txt");
    assertThat(articles(".old/mill-1.en.txt")).isEqualTo(ENGLISH);
    assertThat(names()).containsExactly(".old");
  }

  @Test
  void filesWithBothLanguagesComeAlone() throws IOException {
    StringBuilder both = new StringBuilder();
    List<String> chinese = CHINESE.lines().toList();
    List<String> english = ENGLISH.lines().toList();
    for (int i = 0; i < chinese.size(); i++) {
      both.append(chinese.get(i)).append('\n').append(english.get(i)).append('\n');
    }
    dropped(onDesk("both.txt", both.toString()));
    assertThat(page.locator("th a")).hasText("tm/articles/both");
    dropped(
        onDesk(
            "units.tmx",
            "<tmx version=\"1.4\"><header srclang=\"zh-CN\"/><body><tu><tuv xml:lang=\"zh-CN\">"
                + "<seg>磨坊在河边。</seg></tuv><tuv xml:lang=\"en-US\"><seg>The mill is by the river."
                + "</seg></tuv></tu></body></tmx>"));
    assertThat(page.locator("#dropping")).containsText("units.tmx: one unit added to the memory");
    assertThat(page.locator(".outcomes")).hasCount(0);
  }

  @Test
  void whatCannotBeTakenIsSaidOfEachFileAndOnlyOnce() throws IOException {
    dropped(
        onDesk("empty.zh.txt", ""),
        onDesk("damaged.zh.docx", "PK\u0003\u0004 no package"),
        onDesk("长".repeat(80) + ".zh.txt", CHINESE),
        onDesk("picture.png", "\u0089PNG"));
    forgetConsole();
    Locator said = page.locator("#dropping p");
    assertThat(said).hasCount(4);
    for (String name : List.of("empty.zh.txt", "damaged.zh.docx", "长长长", "picture.png")) {
      assertThat(page.locator("#dropping")).containsText(name);
    }
    assertThat(page.locator("#dropping")).containsText("was not taken");
    assertThat(rows()).hasCount(0);
    dropped(onDesk("mill.zh.txt", CHINESE));
    assertThat(said).hasCount(0);
    assertThat(rows()).hasCount(1);
    assertThat(page.locator("#dropping")).isEmpty();
    dropped(Files.createDirectory(desk.resolve("nothing")));
    assertThat(said).hasText("There is no file in what you dropped.");
  }

  @Test
  void twoDropsOfOneNameWaitSideBySide() throws IOException {
    dropArticle();
    Path one = onDesk("one/mill.en.txt", REVISED);
    Path other = onDesk("other/mill.en.txt", ENGLISH.replace("loaves", "rolls"));
    drop(page, List.of(one), page.locator("#drop"));
    dropped(other);
    assertThat(rows()).hasCount(2);
    choose("Take as revision 2");
    assertThat(page.locator(".outcomes")).containsText("revision 2");
    assertThat(rows()).containsText("Take as revision 3");
  }
}
