package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Range;
import ballast.language.ChineseWords;
import ballast.links.WordLinker.TokenReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PunctuationTest {

  private final TokenReader reader = new TokenReader(ChineseWords.NONE);

  @Test
  void alike() {
    assertThat(Punctuation.alike("。", ".")).isTrue();
    assertThat(Punctuation.alike("、", ",")).isTrue();
    assertThat(Punctuation.alike("「", "“")).isTrue();
    assertThat(Punctuation.alike("\"", "”")).isTrue();
    assertThat(Punctuation.alike("“", "”")).isFalse();
    assertThat(Punctuation.alike("（", "“")).isFalse();
  }

  @Test
  void quoted() {
    assertThat(Punctuation.quoted(reader.read("a “b (c) d” \"e\" )", Set.of())))
        .containsExactly(new Range(4, 5), new Range(2, 7), new Range(9, 10));
  }
}
