package ballast.format.document;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.BlockWriter.ResultCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BlockWriterTest {

  private static final String PAGE = "<h1>渡口</h1><p>老人守了三十年。</p><p>渡船还在。</p>";

  private static ReadText read(String page) {
    byte[] bytes = ("<html><body>" + page + "</body></html>").getBytes(UTF_8);
    return new DocumentReader(ReaderOptions.DEFAULT).read(bytes, "page.html");
  }

  /** The blocks that are wrong if the second is to be "He stayed." and the page is this one. */
  private static Set<Integer> wrong(String page) {
    Document now = read(page).document();
    TranslatedBlock wanted = new TranslatedBlock("He stayed.", List.of());
    return new ResultCheck(read(PAGE)).wrong(now, Map.of(1, wanted));
  }

  @Test
  void aPageMayBreakItsLinesElsewhere() {
    assertThat(wrong("<h1>渡口</h1><p>He\nstayed.</p><p>渡船还在。</p>")).isEmpty();
    assertThat(wrong("<h1>渡口</h1><p>He<p>stayed.</p><p>渡船还在。</p>")).isEmpty();
  }

  @Test
  void theBlockOfAPageThatIsOtherwiseIsNamed() {
    assertThat(wrong("<h1>渡口</h1><p>He stayed!</p><p>渡船还在。</p>")).containsExactly(1);
    assertThat(wrong("<h1>渡口</h1><p>He stayed.</p><p>渡船还在！</p>")).containsExactly(2);
    assertThat(wrong("<p>He stayed.</p><h1>渡口</h1><p>渡船还在。</p>")).containsExactly(0);
  }

  @Test
  void aPageWithMoreWordsIsRefused() {
    assertRefused(
        () -> wrong("<h1>渡口</h1><p>He stayed.</p><p>渡船还在。</p><p>完</p>"),
        "it would lose or gain words");
  }
}
