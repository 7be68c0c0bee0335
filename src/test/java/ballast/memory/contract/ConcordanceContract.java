package ballast.memory.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.likeness.Measure;
import ballast.likeness.RandomTexts;
import ballast.likeness.index.Phrase;
import ballast.memory.Concordance;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class ConcordanceContract extends StoreContract {

  ConcordanceContract(StoreUnderTest stores) {
    super(stores);
  }

  @Test
  void everyTextWithThePhraseIsFound(@TempDir Path folder) throws SQLException {
    for (long seed = 1; seed <= Rounds.of(8); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts chinese = new RandomTexts(random, Measure.CHARACTERS);
      RandomTexts english = new RandomTexts(random, Measure.WORDS);
      List<Unit> units = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        String source = chinese.text(1 + random.nextInt(20));
        String target = english.text(1 + random.nextInt(12));
        if (i % 3 == 0) {
          // Without a space: a Han character is a word even beside letters and marks.
          target += chinese.text(1 + random.nextInt(4)) + english.text(1 + random.nextInt(4));
        }
        units.add(Revisions.unit("doc", 1, source.isBlank() ? "空" : source, target));
      }
      try (Memory memory =
          store(folder.resolve(seed + ".db")).openForWriting(Revisions.options())) {
        memory.addRevision(Revisions.revision("doc", "ming", units.subList(0, 200)));
        stores().index(memory);
        memory.addRevision(Revisions.revision("doc", "ming", units));
        for (int i = 0; i < 60; i++) {
          Side side = random.nextBoolean() ? Side.SOURCE : Side.TARGET;
          Unit unit = units.get(random.nextInt(units.size()));
          agrees(
              memory,
              part(side == Side.SOURCE ? unit.source() : unit.target(), random),
              side,
              seed);
        }
      }
    }
  }

  /** A stretch of a text that cuts no character in two. */
  private static String part(String text, SplittableRandom random) {
    int[] codes = text.codePoints().toArray();
    int start = random.nextInt(codes.length);
    return new String(codes, start, 1 + random.nextInt(Math.min(12, codes.length - start)));
  }

  private static void agrees(Memory memory, String text, Side side, long seed) {
    Phrase phrase = new Phrase(text);
    List<String> wanted = new ArrayList<>();
    for (Unit unit : Revisions.all(memory, UnitFilter.OFFERED)) {
      if (!phrase.in(side == Side.SOURCE ? unit.source() : unit.target()).isEmpty()) {
        wanted.add(unit.id());
      }
    }
    Concordance found =
        memory.concordance(
            new Concordance.Query(text, EnumSet.of(side), 1_000, UnitFilter.OFFERED));
    assertThat(found.hits())
        .as("seed %d: \"%s\" in %s", seed, text, side)
        .extracting(hit -> hit.unit().id())
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(found.total()).isEqualTo(wanted.size());
    Concordance few =
        memory.concordance(new Concordance.Query(text, EnumSet.of(side), 3, UnitFilter.OFFERED));
    assertThat(few.total()).isEqualTo(wanted.size());
    assertThat(few.hits()).isEqualTo(found.hits().subList(0, Math.min(3, wanted.size())));
    Concordance named =
        memory.concordance(
            new Concordance.Query(
                text,
                EnumSet.of(side),
                1_000,
                UnitFilter.OFFERED.inDocuments(Set.of("doc")).named(Set.copyOf(wanted))));
    assertThat(named.hits()).isEqualTo(found.hits());
  }

  @Test
  void spansAreThoseOfTheRawText(@TempDir Path folder) {
    try (Memory memory = store(folder.resolve("m.db")).openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.revision("doc", "Ａ船和a船。", "The  Old   Ship, old ship"));
      Concordance both =
          memory.concordance(
              new Concordance.Query("A船", EnumSet.allOf(Side.class), 10, UnitFilter.OFFERED));
      assertThat(both.hits().get(0).spans()).containsExactly(new Span(0, 2), new Span(3, 5));
      Concordance english =
          memory.concordance(
              new Concordance.Query("OLD ship", EnumSet.of(Side.TARGET), 10, UnitFilter.OFFERED));
      assertThat(english.hits().get(0).spans()).containsExactly(new Span(5, 15), new Span(17, 25));
    }
  }
}
