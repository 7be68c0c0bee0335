package ballast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.align.Splitting;
import ballast.bitext.Segment;
import ballast.format.article.ReaderOptions;
import ballast.segment.SegmenterOptions;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Articles of any content are read and split; sentences are in order, and none is blank. */
@Timeout(20)
final class ArticleFuzzTest {

  @TempDir Path folder;

  @FuzzTest
  void text(byte[] content) throws IOException {
    split("in.txt", content);
  }

  @FuzzTest
  void page(byte[] content) throws IOException {
    split("in.html", content);
  }

  private void split(String name, byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    file.write(name, content);
    Splitting splitting =
        new Splitting(file.workplace(), ReaderOptions.DEFAULT, SegmenterOptions.DEFAULT);
    file.read(
        out -> {
          for (Splitting.SplitText text : splitting.split(List.of(name), /* withBreaks= */ false)) {
            int end = 0;
            for (Segment sentence : text.sentences()) {
              assertThat(sentence.text()).isNotBlank();
              assertThat(sentence.span().start()).isGreaterThanOrEqualTo(end);
              end = sentence.span().end();
              out.write(sentence.text().getBytes(UTF_8));
            }
          }
        });
  }
}
