package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.TokenIds.Upcoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpcomingTest {

  private static TokenIds tokens(List<List<String>> sentences) {
    List<Sentence> read =
        sentences.stream()
            .map(words -> new Sentence(1, words, Set.of(), List.of(), Map.of()))
            .toList();
    return new TokenIds(
        read, sentences.stream().map(words -> Set.<String>of()).toList(), word -> 0.001);
  }

  private static int first(TokenIds tokens, int type, int from) {
    return IntStream.range(from, tokens.size())
        .filter(p -> tokens.at(p) == type)
        .findFirst()
        .orElse(tokens.size());
  }

  @Test
  void findsTheFirstOccurrenceFromAnyPosition() {
    Random random = new Random(7);
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      sentences.add(
          IntStream.range(0, random.nextInt(12)).mapToObj(k -> "w" + random.nextInt(25)).toList());
    }
    TokenIds tokens = tokens(sentences);
    Upcoming upcoming = new Upcoming(tokens);
    int[] positions = {0, 3, 3, 50, 90, tokens.size(), 20, 21};
    for (int position : positions) {
      upcoming.moveTo(position);
      for (int type = 0; type < tokens.types(); type++) {
        assertThat(upcoming.first(type))
            .as("%s from %d", tokens.type(type), position)
            .isEqualTo(first(tokens, type, position));
      }
    }
  }

  @Test
  void eachOccurrenceLeadsToTheNext() {
    TokenIds tokens = tokens(List.of(List.of("a", "b", "a"), List.of("b", "a")));
    assertThat(IntStream.range(0, 5).map(tokens::following)).containsExactly(2, 3, 4, 5, 5);
  }
}
