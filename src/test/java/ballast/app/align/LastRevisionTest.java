package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.LooseText;
import ballast.bitext.Unit;
import ballast.cli.CommandTest;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paired stays paired when an article is aligned again. */
final class LastRevisionTest extends CommandTest {

  private static final List<String> CHINESE =
      List.of(
          "这座磨坊建于一八九二年，主人姓陈。他从广东来到这里，只带着一只木箱。",
          "秋天最忙，队伍一直排到桥头。有一年大水冲走了水轮，陈先生用了三个月才修好，那段时间村民只好到镇上磨面。",
          "战争期间，军队占用了磨坊。屋顶被炮弹打穿。仓库里的机器被拆走。",
          "如今磨坊成了博物馆。每年有三千人来参观。");

  private static final List<String> ENGLISH =
      List.of(
          "The mill was built in 1892 by an owner named Chen. He came here from Guangdong with"
              + " nothing but a wooden chest.",
          "Autumn was the busiest season, and the queue reached the bridge. One year a flood swept"
              + " the wheel away, and Mr. Chen needed three months to repair it. During that time"
              + " the villagers had their flour ground in the town.",
          "During the war the army occupied the mill. Its roof was pierced by shells, and the"
              + " machines in the storehouse were taken away.",
          "Today the mill is a museum. Three thousand people visit it every year.");

  private Map<String, String> before = Map.of();

  @BeforeEach
  void makeMemory() throws IOException {
    Files.createDirectory(folder.resolve("tm"));
    before = align(CHINESE, ENGLISH);
    assertThat(before).hasSize(8);
  }

  /** Aligns, and returns the ids of the units by their texts. */
  private Map<String, String> align(List<String> chinese, List<String> english) throws IOException {
    Files.writeString(folder.resolve("a.zh.txt"), String.join("\n\n", chinese));
    Files.writeString(folder.resolve("a.en.txt"), String.join("\n\n", english));
    run(0, "align a.zh.txt a.en.txt --tm tm/memory.db");
    Map<String, String> ids = new HashMap<>();
    for (Unit unit : units("tm/memory.db")) {
      ids.put(unit.source() + unit.target(), unit.id());
    }
    return ids;
  }

  private static List<String> order(List<String> texts, int... positions) {
    return Arrays.stream(positions).mapToObj(texts::get).toList();
  }

  @Test
  void movedParagraphsKeepTheirUnits() throws IOException {
    assertThat(align(order(CHINESE, 2, 1, 0, 3), order(ENGLISH, 2, 1, 0, 3))).isEqualTo(before);
    assertThat(align(CHINESE, order(ENGLISH, 0, 3, 1, 2))).isEqualTo(before);
  }

  @Test
  void aSentenceStaysAloneWithoutItsTranslation() throws IOException {
    String removed = "Autumn was the busiest season, and the queue reached the bridge. ";
    List<String> english = ENGLISH.stream().map(text -> text.replace(removed, "")).toList();
    Map<String, String> after = align(CHINESE, english);
    assertThat(after).hasSize(7);
    assertThat(before).containsAllEntriesOf(after);
    try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
      assertThat(memory.looseTexts(Set.of()))
          .extracting(LooseText::text)
          .containsExactly("秋天最忙，队伍一直排到桥头。");
    }
  }
}
