package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PinyinSpellingsTest {

  private final PinyinSpellings spellings = new PinyinSpellings(Set.of("changan", "zhangye"));

  private List<String> read(List<List<String>> characters) {
    List<String> readings = List.of("");
    for (List<String> next : characters) {
      readings = spellings.extend(readings, next);
    }
    return readings;
  }

  @Test
  void readingsWithWhichAWordBeginsGoOn() {
    List<String> longOrChief = List.of("Chang", "Zhang");
    assertThat(read(List.of(longOrChief))).containsExactly("chang", "zhang");
    assertThat(read(List.of(longOrChief, List.of("an")))).containsExactly("changan");
    assertThat(read(List.of(longOrChief, List.of("sha")))).isEmpty();
    assertThat(read(List.of(longOrChief, List.of("an"), List.of("an")))).isEmpty();
    assertThat(read(List.of(List.of(), List.of("an")))).isEmpty();
  }

  @Test
  void sixteenReadingsAreTried() {
    List<String> many = IntStream.range(0, 40).mapToObj(i -> "a" + i).toList();
    assertThat(new PinyinSpellings(many).extend(List.of(""), many)).hasSize(16);
  }
}
