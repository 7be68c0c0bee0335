package ballast.format.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.Location;
import ballast.format.article.ReaderOptions.Layout;
import ballast.format.file.Characters;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Properties of every text and page, tested on random ones. */
final class ReadingPropertyTest {

  private static final int ROUNDS = Rounds.of(300);
  private static final String[] PIECES = {
    "渡船", "正午离开，", "钢琴。", "“没有人付过钱。”", "𠮷野家", "ferry", "the ", "piano, ",
    "Noon. ", "GDP", " ", "  ", "\u3000\u3000", "\t", "\n", "\n",
    "\r\n", "\r", "\n\n", "\u2028", "\u0085", "\f", "1. ", "一、",
    "# ", "- ", "[1] ", "\n%%%\n", "%%% 一 ", "相关阅读\n", "Share\n", "责任编辑：",
    "18℃", " | ", "By Ines ", "。", "\u00A0", "\u200B", "\u0001", "渡船正午离开船上有九位客人和一架钢琴等到船靠了岸",
    "the second buyer was asleep in the cabin when it landed "
  };

  private static String randomText(SplittableRandom random) {
    StringBuilder text = new StringBuilder("始");
    int pieces = 1 + random.nextInt(120);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.append("终").toString();
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().filter(c -> !Characters.isBlank(c)).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static String blocks(Document document) {
    StringBuilder text = new StringBuilder();
    document.blocks().stream().map(document::text).forEach(text::append);
    return text.toString();
  }

  @Test
  void everyVisibleCharacterIsInExactlyOneBlockInOrder() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      String raw = randomText(new SplittableRandom(seed));
      for (Layout layout : Layout.values()) {
        TextReader reader = new TextReader(ReaderOptions.DEFAULT.withLayout(layout));
        assertThat(visible(blocks(reader.read(raw.getBytes(UTF_8), "a.txt").document())))
            .as("seed %d %s", seed, layout)
            .isEqualTo(visible(raw));
      }
    }
  }

  @Test
  void everyVisibleCharacterIsFoundInTheFileWhereTheSourceMapSays() {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT);
    for (int seed = 0; seed < ROUNDS; seed++) {
      String raw = randomText(new SplittableRandom(1000 + seed));
      assertPlaces(reader.read(raw.getBytes(UTF_8), "a.txt").document(), raw, "seed " + seed);
    }
  }

  @Test
  void blocksAreNeitherBlankNorPadded() {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT);
    for (int seed = 0; seed < ROUNDS; seed++) {
      String raw = randomText(new SplittableRandom(2000 + seed));
      Document document = reader.read(raw.getBytes(UTF_8), "a.txt").document();
      for (Block block : document.blocks()) {
        String text = document.text(block);
        assertThat(text).as("seed %d", seed).isNotBlank().isEqualTo(Characters.strip(text));
        assertThat(text).as("seed %d", seed).doesNotContain("\n", "\r");
      }
    }
  }

  @Test
  void everyWordOfAPageIsInExactlyOneBlockAndFoundInTheFile() {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT);
    for (int seed = 0; seed < ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(3000 + seed);
      StringBuilder words = new StringBuilder();
      String html = randomPage(random, words);
      Document document = reader.read(html.getBytes(UTF_8), "a.html").document();
      assertThat(visible(blocks(document)))
          .as("seed %d%n%s", seed, html)
          .isEqualTo(words.toString());
      for (Block block : document.blocks()) {
        int word = document.text().indexOf('w', block.span().start());
        if (word >= 0 && word < block.span().end()) {
          Location place = document.location(word);
          String line = html.split("\n", -1)[place.line() - 1];
          int at = line.offsetByCodePoints(0, place.column() - 1);
          int length = Math.min(4, block.span().end() - word);
          assertThat(line.substring(at))
              .as("seed %d%n%s", seed, html)
              .startsWith(document.text().substring(word, word + length));
        }
      }
    }
  }

  private static String randomPage(SplittableRandom random, StringBuilder words) {
    String[] tags = {
      "div", "p", "span", "b", "li", "ul", "h2", "td", "a href=x", "section", "aside"
    };
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><body>");
    int parts = 3 + random.nextInt(60);
    for (int i = 0; i < parts; i++) {
      String tag = tags[random.nextInt(tags.length)];
      String word = "w" + (100 + i);
      String gap = random.nextBoolean() ? " " : "\n";
      boolean odd = random.nextInt(4) == 0;
      switch (random.nextInt(5)) {
        case 0 -> html.append('<').append(tag).append('>');
        case 1 -> html.append("</").append(tag.split(" ")[0]).append('>');
        case 2 -> html.append("<br>").append(random.nextBoolean() ? "<br>\u3000" : "");
        default -> {
          html.append(gap).append(odd ? "&amp;𠮷&nbsp;&lt;" : "").append(word).append('。');
          words.append(odd ? "&𠮷<" : "").append(word).append('。');
        }
      }
    }
    words.append("wEnd");
    return html.append("<script>var no = 1;</script><i>wEnd</i></body></html>").toString();
  }

  private static void assertPlaces(Document document, String raw, String seed) {
    String[] lines = raw.split("\r\n|\r|\n", -1);
    for (Block block : document.blocks()) {
      for (int i = block.span().start(); i < block.span().end(); i++) {
        int c = document.text().codePointAt(i);
        if (Characters.isBlank(c) || Character.isLowSurrogate(document.text().charAt(i))) {
          continue;
        }
        Location place = document.location(i);
        String line = lines[place.line() - 1];
        int at = line.offsetByCodePoints(0, place.column() - 1);
        assertThat(line.codePointAt(at)).as("%s at %s", seed, place).isEqualTo(c);
      }
    }
  }
}
