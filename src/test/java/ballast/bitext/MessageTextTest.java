package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words, excerpts and names as messages show them. */
final class MessageTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0 units", "1|1 unit", "2|2 units", "1234567|1,234,567 units"})
  void onlyOneIsSingularAndThousandsAreSeparated(int count, String words) {
    assertThat(CountedNoun.of(count, "unit")).isEqualTo(words);
    assertThat(CountedNoun.of(count, "entry", "entries"))
        .isEqualTo(words.replace("units", "entries").replace("unit", "entry"));
  }

  @Test
  void aLongTextEndsWithAnEllipsisAndNoCharacterIsCutInTwo() {
    assertThat(Excerpt.of("冷战", 2)).isEqualTo("冷战");
    assertThat(Excerpt.of("", 2)).isEmpty();
    assertThat(Excerpt.of("冷战时期", 2)).isEqualTo("冷战…");
    assertThat(Excerpt.of("\uD842\uDFB7\uD842\uDFB7中", 2)).isEqualTo("\uD842\uDFB7\uD842\uDFB7…");
  }

  @Test
  void aPlaceHasItsSurroundings() {
    assertThat(Excerpt.around("一二三四五六", new Span(2, 4), 1)).isEqualTo(new Span(1, 5));
    assertThat(Excerpt.around("一二三四五六", new Span(2, 4), 2)).isEqualTo(new Span(0, 6));
    assertThat(Excerpt.around("\uD842\uDFB7中\uD842\uDFB7中", new Span(2, 3), 1))
        .isEqualTo(new Span(0, 5));
    assertThat(Excerpt.around("", new Span(0, 0), 1)).isEqualTo(new Span(0, 0));
  }

  @Test
  void itIsOnOneLineWithoutControlCharacters() {
    assertThat(Excerpt.of("one\r\ntwo\u001B\u0085three", 20)).isEqualTo("one two three");
  }

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

  @Test
  void aReleaseIsNamedByItsNumber() {
    assertThat(new Version("0.1.0")).hasToString("ballast 0.1.0");
  }

  @Test
  void withoutAJarTheVersionHasNoNumber() {
    assertThat(Version.current()).hasToString("ballast (built from sources)");
  }
}
