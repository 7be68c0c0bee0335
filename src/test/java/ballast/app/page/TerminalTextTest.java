package ballast.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTextTest {

  @Test
  void chineseTakesTwoColumnsAndCombiningMarksNone() {
    assertThat(TerminalText.width("压舱石 GDP")).isEqualTo(10);
    assertThat(TerminalText.width("𠮷，😀")).isEqualTo(6);
    assertThat(TerminalText.width("e\u0301\u200B")).isEqualTo(1);
    assertThat(TerminalText.pad("一边倒", 8)).isEqualTo("一边倒  ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Lines break at spaces and beside Han.
          中国经济 is the ballast | 9 | 中国经济/is the/ballast
          # No line begins with closing punctuation.
          他来了。她走了。 | 6 | 他来/了。她/走了。
          # A word longer than the line is kept whole.
          a counterrevolutionary b | 5 | a/counterrevolutionary/b
          # An empty text is one empty line.
          '' | 10 | ''
          """)
  void textsAreWrapped(String text, int columns, String lines) {
    assertThat(TerminalText.wrap(text, columns)).containsExactly(lines.split("/", -1));
  }

  @Test
  void controlCharactersCannotReachTheTerminal() {
    assertThat(TerminalText.plain("a\u001B[2Jb\tc\nd\u202Ee\u009B")).isEqualTo("a?[2Jb c d?e?");
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain 船 😀,plain 船 😀",
        "\033[31mred\033[0m,?[31mred\033[0m",
        "\033[1;31mours\033[0m,\033[1;31mours\033[0m",
        "\033]0;title\007,?]0;title?",
        "\033\033[2mfaint,?\033[2mfaint",
        "a\u009b2Jb,a?2Jb",
        "a\u202eb\u2066c\u200fd,a?b?c?d",
        "soft\u00ad join\u200d,soft\u00ad join\u200d",
        "tab\tstays,tab\tstays",
        "end\033,end?",
        "end\033[1,end?[1",
        "\r\033x,??x"
      })
  void whatActsOnATerminalBecomesVisible(String text, String expected) throws IOException {
    StringWriter whole = new StringWriter();
    try (Writer out = new CleanWriter(whole)) {
      out.write(text);
    }
    StringWriter pieces = new StringWriter();
    try (Writer out = new CleanWriter(pieces)) {
      for (int i = 0; i < text.length(); i++) {
        out.write(text.charAt(i));
      }
    }
    assertThat(whole).hasToString(expected);
    assertThat(pieces).hasToString(expected);
  }

  @Test
  void lineEndsRemain() throws IOException {
    StringWriter whole = new StringWriter();
    try (Writer out = new CleanWriter(whole)) {
      out.write("a\nb\r\nc\rd");
    }
    assertThat(whole).hasToString("a\nb\r\nc?d");
  }
}
