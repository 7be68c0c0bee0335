package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AttachedWordsTest {

  private final TokenReader reader = new TokenReader(Lexicon.bundled());

  @Test
  void articles() {
    assertThat(leading("if the file is missing", 2, 5)).isEqualTo(1);
    assertThat(leading("see the file", 2, 3)).isEqualTo(2);
    assertThat(leading("see The File", 2, 3)).isEqualTo(1);
    assertThat(leading("only a few steps", 2, 4)).isEqualTo(1);
    assertThat(leading("at least two", 1, 3)).isEqualTo(0);
  }

  @Test
  void auxiliaries() {
    assertThat(leading("it has been approved", 3, 4)).isEqualTo(1);
    assertThat(words("he is late").isLooseCopula(1)).isTrue();
    assertThat(words("it is approved").isLooseCopula(1)).isFalse();
  }

  @Test
  void chineseEndings() {
    assertThat(trailing("错了。", 1, true)).isEqualTo(2);
    assertThat(trailing("错了，", 1, false)).isEqualTo(1);
    assertThat(trailing("第八条", 1, false)).isEqualTo(2);
    assertThat(words("三只黑猫").isLooseMeasure(1)).isTrue();
    assertThat(words("黑猫三只").isLooseMeasure(0)).isFalse();
  }

  private AttachedWords words(String text) {
    return new AttachedWords(reader.read(text, Set.of()));
  }

  private int leading(String text, int start, int end) {
    return words(text).withLeading(new Range(start, end), 0, true);
  }

  private int trailing(String text, int end, boolean free) {
    List<Token> tokens = reader.read(text, Set.of());
    return new AttachedWords(tokens).withTrailing(end, tokens.size(), free);
  }
}
