package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeparationTest {

  private static final int PLACE = 20;

  /** The bead of a line among forty pairs of sentences. */
  private static String bead(String line, String englishLine, List<String> furniture) {
    List<List<String>> texts = Texts.invented(40, 5);
    List<String> zh = new ArrayList<>(texts.get(0));
    List<String> en = new ArrayList<>(texts.get(1));
    zh.add(PLACE, line);
    en.add(PLACE, englishLine);
    zh.addAll(furniture);
    return new Aligner(Lexicon.bundled())
        .align(Texts.lines(Lang.ZH_CN, zh), Texts.lines(Lang.EN_US, en)).beads().stream()
            .map(Bead::toIndexLists)
            .filter(bead -> bead.startsWith("[" + PLACE + "]"))
            .findFirst()
            .orElse("");
  }

  @Test
  void inATextWithoutLonelySentencesNothingIsTakenApart() {
    assertThat(bead("包装很用心，物流给力，爱了爱了", "Arrived sooner than promised", List.of()))
        .isEqualTo("[20]:[20]");
  }

  @Test
  void onAPageWithFurnitureLinesThatSayDifferentThingsAreTakenApart() {
    List<String> furniture = IntStream.range(0, 8).mapToObj(i -> "热门推荐第" + i + "条").toList();

    assertThat(bead("下载客户端", "Sign in to leave a comment", furniture)).isEqualTo("[20]:[]");
  }
}
