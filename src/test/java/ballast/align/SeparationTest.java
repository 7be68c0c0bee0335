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
  private static final String ZH_LINE = "下载客户端";
  private static final String EN_LINE = "Sign in to leave a comment";

  /** Two lines that do not say the same, at the same place of both texts. */
  private static String pair(List<String> furniture) {
    List<List<String>> texts = Texts.invented(40, 5);
    List<String> zh = new ArrayList<>(texts.get(0));
    List<String> en = new ArrayList<>(texts.get(1));
    zh.add(PLACE, ZH_LINE);
    en.add(PLACE, EN_LINE);
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
    assertThat(pair(List.of())).isEqualTo("[20]:[20]");
  }

  @Test
  void onAPageWithFurnitureLinesThatSayDifferentThingsAreTakenApart() {
    List<String> furniture = IntStream.range(0, 8).mapToObj(i -> "热门推荐第" + i + "条").toList();

    assertThat(pair(furniture)).isEqualTo("[20]:[]");
  }
}
