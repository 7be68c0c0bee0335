package ballast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Block;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.DocumentReader;
import ballast.format.document.DocumentWriter;
import ballast.format.file.RawText;
import ballast.format.markup.MarkupWriter;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents of any content: of a format that is an archive any content of one part, also made
 * well-formed, see {@link SoundDocument}. One that is read has texts of visible characters, is read
 * again alike, and is written with other texts as a document that can be read, or is refused.
 */
@Timeout(60)
final class DocumentFuzzTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final ReaderOptions OPTIONS =
      ReaderOptions.DEFAULT.forTranslation().withLang(Lang.ZH_CN);

  /** What XML forbids, and the carriage return. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\x{0}-\\x{8}\\x{B}-\\x{1F}\\x{FFFE}\\x{FFFF}]");

  /** The name of a file that the user does not know, another one with each reading. */
  private static final Pattern TEMPORARY = Pattern.compile("ballast-[0-9]");

  private static final Pattern HALF = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

  @TempDir Path folder;

  @FuzzTest
  void word(byte[] input) throws IOException {
    archive(SoundDocument.WORD, input);
  }

  @FuzzTest
  void slides(byte[] input) throws IOException {
    archive(SoundDocument.SLIDES, input);
  }

  @FuzzTest
  void workbook(byte[] input) throws IOException {
    archive(SoundDocument.WORKBOOK, input);
  }

  @FuzzTest
  void openDocument(byte[] input) throws IOException {
    archive(SoundDocument.OPEN_DOCUMENT, input);
  }

  @FuzzTest
  void book(byte[] input) throws IOException {
    archive(SoundDocument.BOOK, input);
  }

  @FuzzTest
  void design(byte[] input) throws IOException {
    archive(SoundDocument.DESIGN, input);
  }

  /** The whole file: a PDF has no checksums, and what is damaged in it is searched for. */
  @FuzzTest
  void pdf(byte[] input) throws IOException {
    read(input, "in.pdf");
  }

  @FuzzTest
  void markdown(byte[] input) throws IOException {
    text(input, "in.md");
  }

  @FuzzTest
  void subtitles(byte[] input) throws IOException {
    text(input, "in.srt");
  }

  @FuzzTest
  void captions(byte[] input) throws IOException {
    text(input, "in.vtt");
  }

  @FuzzTest
  void catalogue(byte[] input) throws IOException {
    text(input, "in.po");
  }

  private void archive(SoundDocument kind, byte[] input) throws IOException {
    if (!archive(kind.with(input), kind.fileName())) {
      archive(kind.withMended(input), kind.fileName());
    }
  }

  /** Whether it was read. */
  private boolean archive(byte[] bytes, String name) throws IOException {
    Optional<ReadText> read = read(bytes, name);
    if (read.isPresent()) {
      refusable(
              out -> {
                out.write(
                    DocumentWriter.write(Lang.EN_US, bytes, name, others(read.get().document()))
                        .bytes());
              })
          .ifPresent(written -> reader().read(written, name));
    }
    return read.isPresent();
  }

  private void text(byte[] input, String name) throws IOException {
    Optional<ReadText> read = read(input, name);
    if (read.isPresent() && read.get().format().isText()) {
      Charset charset = read.get().encoding().charset();
      RawText raw = RawText.of(input, charset).orElseThrow();
      int mark = raw.text().startsWith("\uFEFF") ? 1 : 0;
      String written =
          MarkupWriter.of(read.get().format(), OPTIONS)
              .orElseThrow()
              .write(raw.text().substring(mark), others(read.get().document()))
              .text();
      if (raw.canEncode(written)) {
        Span all = new Span(mark, raw.text().length());
        byte[] bytes = raw.with(List.of(new TextEdit(all, written))).bytes();
        new DocumentReader(OPTIONS.withEncoding(charset)).read(bytes, name);
      }
    }
  }

  /** Reads, and reads what can be read once more. */
  private Optional<ReadText> read(byte[] bytes, String name) throws IOException {
    List<ReadText> texts = new ArrayList<>();
    long start = System.nanoTime();
    Optional<byte[]> first = refusable(out -> out.write(described(bytes, name, texts)));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    if (first.isPresent()) {
      assertThat(new String(described(bytes, name, texts), UTF_8))
          .isEqualTo(new String(first.get(), UTF_8));
    }
    return texts.stream().findFirst();
  }

  private static byte[] described(byte[] bytes, String name, List<ReadText> texts) {
    ReadText text = reader().read(bytes, name);
    texts.add(text);
    return described(text).getBytes(UTF_8);
  }

  private Optional<byte[]> refusable(AnyFile.Reading reading) throws IOException {
    return new AnyFile(folder)
        .read(
            out -> {
              try {
                reading.into(out);
              } catch (InputException e) {
                assertThat(e.hint()).as(e.getMessage()).isNotBlank();
                if (TEMPORARY.matcher(e.getMessage()).find()) { // unless the input has it
                  assertThatThrownBy(() -> reading.into(OutputStream.nullOutputStream()))
                      .hasMessage(e.getMessage());
                }
                throw e;
              }
            });
  }

  private static DocumentReader reader() {
    return new DocumentReader(OPTIONS);
  }

  private static String described(ReadText text) {
    Document document = text.document();
    StringBuilder all = new StringBuilder();
    for (Block block : document.blocks()) {
      String words = document.text(block);
      assertThat(words).isNotBlank().doesNotContainPattern(HALF);
      assertThat(block.place()).doesNotContainPattern(HALF).doesNotContainPattern(CONTROL);
      if (!text.format().isText()) { // a file that is changed in its place keeps what stands in it
        assertThat(words).doesNotContainPattern(CONTROL);
      }
      all.append(block).append(' ').append(document.location(block.span().start()));
      all.append(' ').append(words).append('\n');
    }
    int end = document.text().length();
    int at = 0;
    for (InlineCode code : document.markup().codes()) {
      assertThat(code.offset()).isBetween(at, end);
      at = code.offset();
    }
    at = 0;
    for (Span span : document.markup().unbreakable()) {
      assertThat(span.start()).isBetween(at, end);
      assertThat(span.end()).isLessThanOrEqualTo(end);
      at = span.end();
    }
    return all.append(document.markup()).append(text.notes()).append(text.warnings()).toString();
  }

  /** For every other block more text, for the others their own, with the codes of the block. */
  private static Map<Integer, TranslatedBlock> others(Document document) {
    Map<Integer, TranslatedBlock> others = new LinkedHashMap<>();
    for (Block block : document.blocks()) {
      int number = others.size();
      String text = (number % 2 == 0 ? "One & <two> " : "") + document.text(block);
      List<InlineCode> codes = new ArrayList<>();
      for (InlineCode code : document.markup().codes()) {
        int offset = code.offset() - block.span().start();
        if (offset >= 0 && code.offset() <= block.span().end()) {
          codes.add(
              new InlineCode(
                  Side.SOURCE, offset, code.element(), code.attributes(), code.content()));
        }
      }
      others.put(number, new TranslatedBlock(text, codes));
    }
    return others;
  }
}
