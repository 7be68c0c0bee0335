package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcerptTest {

  @Test
  void aShortTextIsWhole() {
    assertThat(Excerpt.of("冷战", 2)).isEqualTo("冷战");
    assertThat(Excerpt.of("", 2)).isEmpty();
  }

  @Test
  void aLongOneEndsWithAnEllipsis() {
    assertThat(Excerpt.of("冷战时期", 2)).isEqualTo("冷战…");
  }

  @Test
  void noCharacterIsCutInTwo() {
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
}
