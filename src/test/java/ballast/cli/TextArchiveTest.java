package ballast.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.cli.TextArchive.Section;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextArchiveTest {

  @Test
  void readsHeadAndSections() {
    TextArchive archive =
        TextArchive.parse(
            "# head\n\n-- in/文 章.txt --\n船\n-- empty --\n-- x (escaped) --\n\\x41\\\n");
    assertThat(archive.head()).isEqualTo("# head\n\n");
    assertThat(archive.sections())
        .containsExactly(
            new Section("in/文 章.txt", false, "船\n"),
            new Section("empty", false, ""),
            new Section("x", true, "\\x41\\\n"));
    assertThat(archive.sections().get(2).content()).isEqualTo(bytes("A"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# head\n",
        "-- a --\n",
        "-- a --\n-- a --\n\n",
        "-- a (escaped) --\nneed not be\n",
        "-- a --\n--x --\n-- y--\n -- z --\n-- --\n",
        "-- a --\nback\\slash\ttab\n"
      })
  void formatGivesTheTextThatWasRead(String text) {
    assertThat(TextArchive.parse(text).format()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "one\n", "\n\n两行\n\n", "a\tb\\n\n", "-- --\n", "𠮷　在中\n"})
  void textThatAnEditorKeepsStandsAsItIs(String text) {
    assertThat(kept(bytes(text))).isEqualTo(new Section("f", false, text));
  }

  @Test
  void charactersThatAnEditorCouldLoseAreEscaped() {
    assertThat(kept(bytes("no line feed")).body()).isEqualTo("no line feed\\\n");
    assertThat(kept(bytes("a\r\nb\r\n")).body()).isEqualTo("a\\x0d\nb\\x0d\n");
    assertThat(kept(bytes("a\rb\n")).body()).isEqualTo("a\\x0db\n");
    assertThat(kept(bytes("\ufeff船\n")).body()).isEqualTo("\\xef\\xbb\\xbf船\n");
    assertThat(kept(bytes("\u0000\u0085\u200b\u2028\n")).body())
        .isEqualTo("\\x00\\xc2\\x85\\xe2\\x80\\x8b\\xe2\\x80\\xa8\n");
    assertThat(kept(bytes("end \ntab\t\nwide　\n")).body())
        .isEqualTo("end\\x20\ntab\\x09\nwide\\xe3\\x80\\x80\n");
    assertThat(kept(bytes("\u001b[1m\\x41\n")).body()).isEqualTo("\\x1b[1m\\\\x41\n");
  }

  @Test
  void bytesThatAreNotUtf8AreEscaped() {
    assertThat(kept("中欧\n".getBytes(Charset.forName("GB18030"))).body())
        .isEqualTo("\\xd6\\xd0\\xc5\\xb7\n");
    assertThat(kept("船\n".getBytes(UTF_16)).body()).isEqualTo("\\xfe\\xff\\x829\\x00\n");
    assertThat(kept("\u0089PNG\r\n".getBytes(ISO_8859_1)).body()).isEqualTo("\\x89PNG\\x0d\n");
  }

  @Test
  void aLineLikeThatOfASectionIsEscaped() {
    assertThat(kept(bytes("a\n-- stdout --\nb\n")).body()).isEqualTo("a\n\\x2d- stdout --\nb\n");
    assertThat(kept(bytes("-- stdout --")).body()).isEqualTo("\\x2d- stdout --\\\n");
    assertThat(kept(bytes("a\r-- b --\u2028-- c --\n")).body()).doesNotContain("\n-- ");
  }

  @Test
  void anyBytesSurvive() {
    SplittableRandom seeds = new SplittableRandom(16);
    String[] pieces = {
      "-- a --", "\n", "\r", "\\", "\\x41", " ", "\t", "　", "船", "𠮷", "-- ", " --", "\ufeff", "a"
    };
    for (int i = 0; i < 20_000; i++) {
      long seed = seeds.nextLong();
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(8); left > 0; left--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      byte[] content = bytes(text.toString());
      if (content.length > 0 && random.nextInt(4) == 0) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
      }
      assertThat(kept(content).content()).as("seed " + seed).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- a --\nno line feed",
        "-- a --\nend \n",
        "-- a --\r\n",
        "-- a --\nb\r\n",
        "-- a --\n\ufeffb\n",
        "-- a\u200b --\nb\n",
        "-- a (escaped) --\nb\u0001\n",
        "head",
        "\ufeff-- a --\n",
        "-- a --"
      })
  void invisibleCharactersAreRefused(String text) {
    assertThatThrownBy(() -> TextArchive.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use an escaped section");
  }

  @Test
  void theMessageSaysWhere() {
    assertThatThrownBy(() -> TextArchive.parse("-- a --\nb\nc\u200bd\n"))
        .hasMessage("a, line 2, has \"\\xe2\\x80\\x8b\"; write it so and use an escaped section");
    assertThatThrownBy(() -> TextArchive.parse("# head\n-- a --\nb\nc"))
        .hasMessage(
            "a, line 2, has no line feed at its end; write \\ there and use an escaped section");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\n\n", "\\x4\n", "\\xAB\n", "\\u0041\n"})
  void anUnknownEscapeIsRefused(String body) {
    assertThatThrownBy(() -> TextArchive.parse("-- a (escaped) --\n" + body))
        .hasMessageContaining("a: unknown escape");
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatThrownBy(() -> Section.of("stdout", "\ud842\n"))
        .isInstanceOf(CharacterCodingException.class);
  }

  private static Section kept(byte[] content) {
    Section section = Section.of("f", content);
    TextArchive around =
        new TextArchive("", List.of(section, new Section("next", false, "other\n")));
    TextArchive read = TextArchive.parse(around.format());
    assertThat(read).isEqualTo(around);
    assertThat(read.sections().get(0).content()).isEqualTo(content);
    return read.sections().get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
