package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShellWordTest {

  @Test
  void whatAShellTakesAsItIsStaysAsItIs() {
    for (String word :
        new String[] {"ann", "梅。", "--by=mei", "eve.q@example.org", "tm/a-b_c.tmx"}) {
      assertThat(ShellWord.of(word)).isEqualTo(word);
    }
  }

  @Test
  void allElseIsQuoted() {
    assertThat(ShellWord.of("Eve Q")).isEqualTo("'Eve Q'");
    assertThat(ShellWord.of("")).isEqualTo("''");
    assertThat(ShellWord.of("O'Hara")).isEqualTo("'O'\\''Hara'");
    for (String word :
        new String[] {
          "$HOME", "a;b", "a&b", "*", "~", "`x`", "a\\b", "\"", "#1", "=a", "a\u3000b", "’"
        }) {
      assertThat(ShellWord.of(word)).isEqualTo("'" + word + "'");
    }
  }
}
