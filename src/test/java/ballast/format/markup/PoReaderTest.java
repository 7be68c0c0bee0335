package ballast.format.markup;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PoReaderTest {

  private static final String FILE =
      """
      msgid ""
      msgstr "Language: zh_CN\\n"

      #, c-format
      msgid "Delete %d \\"files\\"?\\n"
      msgstr "删除 %d 个\\"文件\\"？\\n"

      msgctxt "menu"
      msgid "Open"
      msgstr ""

      #, fuzzy
      msgid "%s day"
      msgid_plural "%s days left"
      msgstr[0] "还有 %s 天"

      #~ msgid "old"
      #~ msgstr "旧"
      """;

  private final PoReader reader = new PoReader();

  @Test
  void textIsTheTranslationOrElseTheMessage() {
    FoundContent found = reader.read(FILE, "a.po");
    assertThat(found.blocks())
        .extracting(FoundBlock::text)
        .containsExactly("删除  个\"文件\"？", "Open", "还有  天");
    assertThat(found.notes()).containsExactly("1 obsolete message left out");
    assertThat(found.warnings())
        .containsExactly("1 translation is marked as fuzzy: nobody has confirmed it");
  }

  @Test
  void directivesAndTagsAreCodes() {
    FoundBlock block =
        reader
            .read("msgid \"a %(n)s b {0} <b>c</b> 100%% 50% off\"\nmsgstr \"\"\n", "a.po")
            .blocks()
            .get(0);
    assertThat(block.text()).isEqualTo("a  b  c 100%% 50% off");
    assertThat(block.codes())
        .extracting(code -> code.offset() + code.element() + code.content())
        .containsExactly("2ph%(n)s", "5ph{0}", "6<pc<b>", "7/pc</b>");
  }

  @Test
  void placesAreExactAcrossEscapesAndLines() {
    String file = "msgid \"a\\tb\"\n\"c\"\nmsgstr \"\"\n";
    FoundBlock block = reader.read(file, "a.po").blocks().get(0);
    assertThat(block.text()).isEqualTo("a\tbc");
    for (FoundBlock.Point point : block.points()) {
      char seen = block.text().charAt(point.offset());
      assertThat(file.charAt(point.raw())).isEqualTo(seen == '\t' ? '\\' : seen);
    }
  }

  @Test
  void pairsAreMessagesWithTranslations() {
    List<String> pairs = new ArrayList<>();
    for (PoReader.Pair pair : reader.pairs(FILE, "a.po")) {
      FoundBlock target = pair.target();
      if (target != null) {
        pairs.add(pair.source().text() + " = " + target.text() + pair.fuzzy());
      }
    }
    assertThat(pairs)
        .containsExactly("Delete  \"files\"? = 删除  个\"文件\"？false", "days left = 还有  天true");
  }

  @Test
  void aTranslationIsWrittenBehindItsMessage() {
    String file = "msgid \"Some \\\"text\\\"\\n\"\nmsgstr \"\"\n";
    MarkupWriter.Result written =
        MarkupWriter.of(ArticleFormat.PO, ReaderOptions.DEFAULT)
            .orElseThrow()
            .write(file, Map.of(0, new TranslatedBlock("一些\"文字\"", List.of())));
    assertThat(written.text())
        .isEqualTo("msgid \"Some \\\"text\\\"\\n\"\nmsgstr \"一些\\\"文字\\\"\\n\"\n");
  }

  @Test
  void aDamagedLineIsNamedAndTheRestRead() {
    FoundContent found = reader.read("msgid \"a\nmsgid \"One\"\nmsgstr \"Two\"\n", "a.po");
    assertThat(found.blocks()).extracting(FoundBlock::text).containsExactly("Two");
    assertThat(found.warnings()).hasSize(1);
    assertThat(found.warnings().get(0)).startsWith("line 1: ");
  }

  @Test
  void anotherFileIsRefused() {
    assertRefused(() -> reader.read("Dear reader\n", "a.po"), "not a gettext catalogue");
  }
}
