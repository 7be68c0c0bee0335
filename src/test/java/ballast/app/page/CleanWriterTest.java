package ballast.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CleanWriterTest {

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
