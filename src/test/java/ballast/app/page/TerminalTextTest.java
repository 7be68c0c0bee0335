package ballast.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TerminalTextTest {

  @Test
  void chineseTakesTwoColumnsAndCombiningMarksNone() {
    assertThat(TerminalText.width("压舱石 GDP")).isEqualTo(10);
    assertThat(TerminalText.width("𠮷，😀")).isEqualTo(6);
    assertThat(TerminalText.width("e\u0301\u200B")).isEqualTo(1);
    assertThat(TerminalText.pad("一边倒", 8)).isEqualTo("一边倒  ");
  }

  @Test
  void linesBreakAtSpacesAndBesideHan() {
    assertThat(TerminalText.wrap("中国经济 is the ballast", 9))
        .containsExactly("中国经济", "is the", "ballast");
  }

  @Test
  void noLineBeginsWithClosingPunctuation() {
    assertThat(TerminalText.wrap("他来了。她走了。", 6)).containsExactly("他来", "了。她", "走了。");
  }

  @Test
  void aWordLongerThanTheLineIsKeptWhole() {
    assertThat(TerminalText.wrap("a counterrevolutionary b", 5))
        .containsExactly("a", "counterrevolutionary", "b");
  }

  @Test
  void emptyTextIsOneEmptyLine() {
    assertThat(TerminalText.wrap("", 10)).containsExactly("");
  }

  @Test
  void controlCharactersCannotReachTheTerminal() {
    assertThat(TerminalText.plain("a\u001B[2Jb\tc\nd\u202Ee\u009B")).isEqualTo("a?[2Jb c d?e?");
  }
}
