package ballast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.align.Splitting;
import ballast.format.article.ReaderOptions;
import ballast.lexicon.Lexicon;
import ballast.segment.SegmenterOptions;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files about languages, of any content: sentence rules and lexicons. */
@Timeout(20)
final class LanguageFuzzTest {

  private static final String TEXT =
      "“Dr. Li came at 9 a.m.,” he said. (He left!) 他走了。“走了？”她问……\n\naaaaaaaaaaaaaaaaaaaaaaaaaa!";

  @TempDir Path folder;

  @FuzzTest
  void srx(byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    Path rules = file.write("in.srx", content);
    file.write("text.txt", TEXT.getBytes(UTF_8));
    file.write("zh.txt", "他走了。“走了？”她问……走了啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊。".getBytes(UTF_8));
    SegmenterOptions segmenting = SegmenterOptions.DEFAULT.withSrx(rules);
    file.read(
        out ->
            new Splitting(file.workplace(), ReaderOptions.DEFAULT, segmenting)
                .split(List.of("text.txt", "zh.txt"), /* withBreaks= */ true));
  }

  /** With the checksum set right, so that what is behind it is read. */
  @FuzzTest
  void lexicon(byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    int end = Math.max(0, content.length - Integer.BYTES);
    CRC32 crc = new CRC32();
    crc.update(content, 0, end);
    byte[] forged =
        ByteBuffer.allocate(end + Integer.BYTES)
            .put(Arrays.copyOf(content, end))
            .putInt((int) crc.getValue())
            .array();
    Path place = file.write("in.lexicon", forged);
    file.read(out -> consult(Lexicon.open(place)));
  }

  private static void consult(Lexicon lexicon) {
    lexicon.notes();
    lexicon.words().read("船到了码头 The ships came to the pier.");
    lexicon.readings('船');
    lexicon.simplified('貓');
    lexicon.renders("船", "ship");
    for (int word = 0; word < Math.min(100, lexicon.chineseWords()); word++) {
      lexicon.chineseWord(word);
      lexicon.chineseCount(word);
      lexicon.chineseShare(word);
      lexicon.translations(
          word,
          (english, forward, backward, links) -> {
            lexicon.englishWord(english);
            lexicon.englishCount(english);
          });
    }
  }
}
