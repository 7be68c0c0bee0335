package ballast.format.file;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.Rounds;
import ballast.bitext.InputException;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EncodingTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final String SIMPLIFIED =
      "今天的雨下得不大，可是没有人愿意先走。他们在门口站了很久，说的都是一些小事：谁家的孩子上学了，谁的书还没有还。";
  private static final String TRADITIONAL =
      "今天的雨下得不大，可是沒有人願意先走。他們在門口站了很久，說的都是一些小事：誰家的孩子上學了，誰的書還沒有還。";
  private static final String ENGLISH =
      "The rain was light that evening, but nobody wanted to be the first to leave.\n";

  private static final String PAGE =
      "<html><head><meta charset=\"%s\"></head><body><p>%s</p></body></html>";

  private static ReadText read(byte[] bytes) {
    return new TextReader(ReaderOptions.DEFAULT).read(bytes, "a.txt");
  }

  private static ReadText read(byte[] bytes, String encoding) {
    ReaderOptions options = ReaderOptions.DEFAULT.withEncoding(Charset.forName(encoding));
    return new TextReader(options).read(bytes, "a.txt");
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Integer i) {
        out.write(i);
      } else {
        out.writeBytes((byte[]) part);
      }
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 40, 54, 200, 3000})
  void everyEncodingIsRecognisedAtEveryLength(int length) {
    for (String sample : List.of(SIMPLIFIED, TRADITIONAL)) {
      String text = sample.repeat(length / sample.length() + 1).substring(0, length);
      assertThat(read(text.getBytes(UTF_8)).encoding().charset()).isEqualTo(UTF_8);
      for (Charset charset : List.of(GB18030, UTF_16LE, UTF_16BE)) {
        ReadText reading = read(text.getBytes(charset));
        assertThat(reading.encoding().charset()).isEqualTo(charset);
        assertThat(reading.document().text()).isEqualTo(text);
      }
    }
    String traditional = TRADITIONAL.repeat(60).substring(0, length);
    ReadText big5 = read(traditional.getBytes(BIG5));
    assertThat(big5.encoding().charset().name()).isEqualTo("Big5-HKSCS");
    assertThat(big5.document().text()).isEqualTo(traditional);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void aByteOrderMarkDecidesAndIsNotPartOfTheText(Charset charset) {
    for (String text : List.of(SIMPLIFIED, ENGLISH.strip())) {
      ReadText reading = read(("\uFEFF" + text).getBytes(charset));
      assertThat(reading.document().text()).isEqualTo(text);
      assertThat(reading.encoding().reason()).contains("byte order mark");
      assertThat(reading.document().location(0).column()).isEqualTo(1);
    }
  }

  @Test
  void aByteOrderMarkOverrulesTheEncodingAskedForAndSaysSo() {
    ReadText reading = read(bytes(0xEF, 0xBB, 0xBF, SIMPLIFIED.getBytes(UTF_8)), "GB18030");

    assertThat(reading.document().text()).isEqualTo(SIMPLIFIED);
    assertThat(reading.notes()).anyMatch(note -> note.contains("overrides"));
  }

  @Test
  void utf16OfEnglishIsKnownByItsZeros() {
    assertThat(read(ENGLISH.getBytes(UTF_16LE)).encoding().charset()).isEqualTo(UTF_16LE);
    assertThat(read(ENGLISH.getBytes(UTF_16BE)).encoding().charset()).isEqualTo(UTF_16BE);
  }

  @Test
  void fewHanWordsInEnglishAreStillGb18030() {
    String text = ENGLISH.repeat(20) + "The word is 压舱石, or 新质生产力 in newer papers.";

    assertThat(read(text.getBytes(GB18030)).document().text()).contains("压舱石");
  }

  @Test
  void westernTextIsWindows1252() {
    String text = "The caf\u00e9 \u2013 Ren\u00e9\u2019s \u201cold place\u201d \u2013 is closed. ";
    ReadText reading = read(text.repeat(8).getBytes(Charset.forName("windows-1252")));

    assertThat(reading.encoding().charset().name()).isEqualTo("windows-1252");
    assertThat(reading.document().text()).startsWith("The caf\u00e9 \u2013 Ren\u00e9\u2019s");
  }

  @Test
  void theEuroSignOfCodePage936IsRead() {
    byte[] bytes = bytes(SIMPLIFIED.getBytes(GB18030), 0x80, "5。".getBytes(GB18030));

    assertThat(read(bytes).document().text()).endsWith("还。€5。");
  }

  @Test
  void aWrongEncodingAskedForNamesByteLineAndTheRightOne() {
    byte[] bytes = ("first line\n" + SIMPLIFIED).getBytes(GB18030);

    assertRefused(() -> read(bytes, "UTF-8"))
        .hasMessage(
            "cannot read \"a.txt\" as UTF-8: byte 11 (0xBD, line 2) is not valid in that encoding")
        .extracting(e -> ((InputException) e).hint())
        .asString()
        .contains("it decodes as GB18030", "--encoding GB18030");
  }

  @Test
  void aCutCharacterAtTheEndIsCalledTruncated() {
    byte[] whole = SIMPLIFIED.getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    byte[] shortCut = Arrays.copyOf("你好吗".getBytes(UTF_8), 5);

    for (byte[] bytes : List.of(cut, shortCut, bytes(0xEF, 0xBB, 0xBF, cut))) {
      assertRefused(() -> read(bytes), "cut off");
    }
    assertRefused(() -> read(cut, "UTF-8"), "cut off");
  }

  @Test
  void damageInsideUtf8IsNotMistakenForAnotherEncoding() {
    byte[] bytes = (SIMPLIFIED + "\n" + SIMPLIFIED).getBytes(UTF_8);
    int broken = SIMPLIFIED.getBytes(UTF_8).length + 1 + 30;
    bytes[broken + 1] = 'x';

    assertRefused(() -> read(bytes), "it is UTF-8, but damaged at byte " + broken, "line 2");
  }

  @Test
  void aReplacementCharacterThatStoodInTheFileIsKeptAndNoted() {
    ReadText reading = read("来了\uFFFD，走了。".getBytes(UTF_8));

    assertThat(reading.document().text()).contains("\uFFFD");
    assertThat(reading.notes()).anyMatch(note -> note.contains("1 replacement character"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gb2312     | SIMPLIFIED  | GB18030    | .*: the page declares gb2312
          gb2312     | SIMPLIFIED  | UTF-8      | .*but its bytes are UTF-8.*
          utf-8      | SIMPLIFIED  | GB18030    | .*not in that encoding.*
          iso-8859-1 | café        | ISO-8859-1 | .*the page declares iso-8859-1.*
          iso-8859-1 | SIMPLIFIED  | GB18030    | the page declares iso-8859-1, but it is \
          Chinese in GB18030: read as that
          gb2312     | TRADITIONAL | Big5       | .*Big5.*
          """)
  void aPageIsDecodedAsItDeclaresUnlessItsBytesSayOtherwise(
      String declared, String sample, Charset charset, String note) {
    String text = sample.replace("SIMPLIFIED", SIMPLIFIED).replace("TRADITIONAL", TRADITIONAL);
    ReadText reading = read(PAGE.formatted(declared, text).getBytes(charset));
    assertThat(reading.document().text()).isEqualTo(text);
    assertThat(Stream.concat(reading.notes().stream(), reading.warnings().stream()))
        .anyMatch(said -> said.matches(note));
  }

  @Test
  void theChosenEncodingOverridesTheOneThatAPageDeclares() {
    String page = "<html><meta charset=big5><body><p>" + SIMPLIFIED + "</p></body></html>";

    assertThat(read(page.getBytes(GB18030), "GBK").document().text()).isEqualTo(SIMPLIFIED);
  }

  @Test
  void chineseThatIsCutIsCalledTruncatedInEveryEncoding() {
    byte[] gbk = SIMPLIFIED.getBytes(GB18030);
    byte[] big5 = TRADITIONAL.getBytes(BIG5);

    assertRefused(() -> read(Arrays.copyOf(gbk, gbk.length - 1)))
        .hasMessage(
            "cannot read \"a.txt\": it is cut off in its last character, at byte %d (0xA1, line 1)",
            gbk.length - 2);
    assertRefused(
        () -> read(Arrays.copyOf(big5, big5.length - 1)), "cut off in its last character");
  }

  @Test
  void damageInsideChineseIsNotMistakenForAWesternEncoding() {
    byte[] text = (ENGLISH + SIMPLIFIED + "\n" + SIMPLIFIED).getBytes(GB18030);
    int broken = text.length - 10;
    text[broken] = (byte) 0xFF;

    assertRefused(() -> read(text))
        .hasMessage(
            "cannot read \"a.txt\": it is GB18030, but damaged at byte %d (0xFF, line 3)", broken);
  }

  @Test
  void aLineInAnotherEncodingIsNamed() {
    String line = "可是没有人愿意先走。\n";
    byte[] more = SIMPLIFIED.getBytes(UTF_8);

    assertRefused(() -> read(bytes(more, 0x0A, line.getBytes(GB18030), more)))
        .hasMessage("cannot read \"a.txt\": it is UTF-8, but its line 2 is GB18030");
    assertThatThrownBy(
            () -> read(bytes(line.getBytes(GB18030), line.getBytes(GB18030), more, 0x0A, more)))
        .hasMessage(
            "cannot read \"a.txt\": it is UTF-8, but its line 1 is GB18030, and 1 more line is"
                + " damaged too");
  }

  /** Whatever is done to Chinese: it is read as what it is, or refused, and never as Western. */
  @Test
  void chineseNeverBecomesWesternText() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < Rounds.of(2000); round++) {
      String sample = random.nextBoolean() ? SIMPLIFIED : TRADITIONAL;
      int from = random.nextInt(sample.length() - 12);
      String text = sample.substring(from, from + 12 + random.nextInt(sample.length() - from - 11));
      Charset charset = sample.equals(SIMPLIFIED) ? GB18030 : BIG5;
      byte[] other = text.getBytes(random.nextInt(3) == 0 ? UTF_8 : charset);
      byte[] broken = Arrays.copyOf(other, other.length - random.nextInt(2));
      if (random.nextBoolean()) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(0x20, 0x100);
      }
      byte[] lines = random.nextBoolean() ? text.getBytes(UTF_8) : text.getBytes(charset);
      byte[] file = random.nextBoolean() ? broken : bytes(lines, 0x0A, broken);
      try {
        assertThat(read(file).encoding().charset().name())
            .as("round %d: %s", round, text)
            .isIn("UTF-8", "GB18030", "x-mswin-936", "Big5-HKSCS");
      } catch (InputException refused) {
        assertThat(refused).hasMessageStartingWith("cannot ");
      }
    }
  }

  @Test
  void damagedChineseInAPageThatDeclaresAWesternEncodingIsRefused() {
    byte[] damaged = PAGE.formatted("iso-8859-1", SIMPLIFIED + "\u00FF").getBytes(GB18030);
    damaged[PAGE.formatted("iso-8859-1", SIMPLIFIED).getBytes(GB18030).length - 20] = (byte) 0xFF;

    assertRefused(() -> read(damaged), "it is GB18030, but damaged at");
  }
}
