package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.language.ChineseWords;
import ballast.links.SpanFeatures.Nesting;
import ballast.links.WordLinker.TokenReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NestingTest {

  @Test
  void bothMarksOfAPairOrNone() {
    Nesting nesting = nesting("a (b \"c\" d) e");
    assertThat(nesting.isBalanced(0, 9)).isTrue();
    assertThat(nesting.isBalanced(1, 8)).isTrue();
    assertThat(nesting.isBalanced(2, 7)).isTrue();
    assertThat(nesting.isBalanced(4, 5)).isTrue();
    assertThat(nesting.isBalanced(0, 3)).isFalse();
    assertThat(nesting.isBalanced(2, 4)).isFalse();
    assertThat(nesting.isBalanced(4, 9)).isFalse();
    assertThat(nesting.isBalanced(2, 9)).isFalse();
  }

  @Test
  void closedAndOpenedAgain() {
    assertThat(nesting("(a) b (c)").isBalanced(1, 6)).isFalse();
    assertThat(nesting("(a) b (c)").isBalanced(0, 7)).isTrue();
  }

  @Test
  void hyphens() {
    assertThat(nesting("real-time").isHyphen(1)).isTrue();
    assertThat(nesting("real - time").isHyphen(1)).isFalse();
    assertThat(nesting("-time").isHyphen(0)).isFalse();
  }

  private static Nesting nesting(String text) {
    return new Nesting(new TokenReader(ChineseWords.NONE).read(text, Set.of()));
  }
}
