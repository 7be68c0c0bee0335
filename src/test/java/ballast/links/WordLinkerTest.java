package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WordLinkerTest {

  private static final Lexicon LEXICON = Lexicon.bundled();

  private final WordLinker linker = new WordLinker(LEXICON, LEXICON);

  @Test
  void oneWordByAnother() {
    WordLinks links =
        linker
            .link("政府将保护环境。", Set.of(), "The government will protect the environment.")
            .orElseThrow();
    double[] environment = links.shares(new Range(3, 4));
    assertThat(environment[5]).isGreaterThan(0.9);
    assertThat(environment[1]).isLessThan(0.1);
    assertThat(links.said(new Range(3, 4), new Range(5, 6))).isEqualTo(1);
    assertThat(links.said(new Range(3, 4), new Range(0, 2))).isLessThan(0.1);
  }

  @Test
  void placeDecidesBetweenEqualWords() {
    WordLinks links = linker.link("合同甲，合同乙", Set.of(), "contract A, contract B").orElseThrow();
    double[] first = links.shares(new Range(0, 1));
    assertThat(first[0]).isGreaterThan(first[3]);
  }

  @Test
  void names() {
    WordLinks links = linker.link("王建国说", Set.of(), "Wang Jianguo said").orElseThrow();
    int last = links.source().size() - 1;
    double[] name = links.shares(new Range(0, last));
    assertThat(name[0]).isGreaterThan(0.8);
    assertThat(name[1]).isGreaterThan(0.8);
    assertThat(links.shares(new Range(last, last + 1))[2]).isGreaterThan(0.8);
  }

  @Test
  void numbersByValue() {
    WordLinks links = linker.link("1.5亿元", Set.of(), "150 million yuan").orElseThrow();
    assertThat(links.shares(new Range(0, 1))[0]).isGreaterThan(0.9);
  }

  @Test
  void nothingAtAll() {
    assertThat(linker.link("", Set.of(), "").orElseThrow().target()).isEmpty();
  }
}
