package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.Rounds;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.likeness.Measure;
import ballast.likeness.RandomTexts;
import ballast.likeness.Warnings.Warning;
import ballast.likeness.index.Phrase;
import ballast.memory.Concordance;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Match.Penalty;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

abstract class SearchContract extends OpenMemoryContract {

  private static List<String> scores(List<Match> matches) {
    return matches.stream().map(match -> match.score() + " " + match.unit().source()).toList();
  }

  private static FuzzyQuery source(String text) {
    return FuzzyQuery.of(text, Side.SOURCE);
  }

  @Test
  void theMostAlikeComesFirst() {
    memory.addRevision(
        revision("doc", "他没有离开过这座城。", "a", "他没有离开过这条河。", "b", "他没有离开过那条河。", "c", "别的。", "d"));
    assertThat(scores(memory.search(source("他没有离开过这条河。"))))
        .containsExactly("100 他没有离开过这条河。", "90 他没有离开过那条河。", "80 他没有离开过这座城。");
    assertThat(scores(memory.search(source("他没有离开过这条河。").withLimit(1))))
        .containsExactly("100 他没有离开过这条河。");
    assertThat(memory.search(source("他没有离开过这条河。").withMinScore(91))).hasSize(1);
    assertThat(memory.search(source("　 "))).isEmpty();
  }

  @Test
  void englishIsComparedByTheWord() {
    memory.addRevision(revision("doc", "甲", "He has never left this river."));
    FuzzyQuery query = FuzzyQuery.of("He has never left this riverbank.", Side.TARGET);
    // Seven symbols, the full stop among them; one differs.
    assertThat(memory.search(query)).extracting(Match::score).containsExactly(85);
  }

  @Test
  void neighboursThatAreTheSameLiftAnExactMatchThatIsApproved() {
    memory.addRevision(revision("one", "甲。", "a", "好。", "b", "乙。", "c"));
    memory.addRevision(revision("two", "丙。", "a", "好。", "b", "丁。", "c"));
    assertThat(memory.search(source("好。").between("甲。", "丁。")))
        .extracting(Match::score, Match::context)
        .containsExactly(tuple(100, 1), tuple(100, 1));
    current(memory).forEach(unit -> Edits.judge(memory, unit.id(), Unit.Status.APPROVED, "mei"));
    List<Match> matches = memory.search(source("好。").between("甲。", "丁。"));
    assertThat(matches).extracting(Match::score).containsExactly(101, 101);
    assertThat(memory.search(source("好。").between("甲。", "乙。")))
        .extracting(Match::score, match -> match.unit().provenance().document())
        .containsExactly(tuple(102, "one"), tuple(100, "two"));
  }

  @Test
  void penaltiesAreNamedAndHideNothing() {
    Unit doubtful = Revisions.unit(0.3, "doc", 1, "港口关了。", "The port closed.");
    memory.addRevision(revision("doc", "ming", List.of(doubtful)));
    memory.addRevision(revision("two", "港口关了。", "The harbour is closed.", "Ａ级船。", "Class A."));
    Penalty several = Penalty.SEVERAL_TRANSLATIONS;
    assertThat(memory.search(source("港口关了。")))
        .extracting(Match::score, Match::penalties)
        .containsExactly(
            tuple(99, List.of(several)), tuple(94, List.of(Penalty.DOUBTFUL_ALIGNMENT, several)));
    assertThat(memory.search(source("港口关了。").withMinScore(100))).hasSize(2);
    assertThat(memory.search(source("a级船。")))
        .singleElement()
        .satisfies(
            match -> assertThat(match.penalties()).containsExactly(Penalty.WIDTH, Penalty.CASE));
  }

  @Test
  void traditionalAndSimplifiedFormsAreToldApart() {
    memory.addRevision(revision("doc", "两岸的船都开了。", "a"));
    assertThat(memory.search(source("兩岸的船都開了。")).get(0).penalties())
        .containsExactly(Penalty.SCRIPT);
  }

  @Test
  void aDifferenceThatTurnsTheMeaningIsWarnedOf() {
    memory.addRevision(revision("doc", "船队有30艘船，没有Meridian号。", "a"));
    Match match = memory.search(source("船队有13艘船，有Zenith号。").withMinScore(50)).get(0);
    assertThat(match.likeness().warnings())
        .containsExactly(
            new Warning(Warning.Kind.NEGATION, List.of(), List.of("没")),
            new Warning(Warning.Kind.NUMBER, List.of("13"), List.of("30")),
            new Warning(Warning.Kind.NAME, List.of("Zenith"), List.of("Meridian")));
  }

  @Test
  void aMatchThatDiffersInNumbersOnlyIsOfferedWithTheNewOnes() {
    memory.addRevision(
        revision("doc", "第3章", "Chapter 3", "第3篇", "Chapter 3", "第5章", "The fifth chapter"));
    List<Match> matches = memory.search(source("第12章"));
    assertThat(matches)
        .extracting(Match::score, match -> match.likeness().similarity(), Match::renumbered)
        .containsExactly(tuple(99, 66, "Chapter 12"));
    assertThat(matches.get(0).translation(Side.SOURCE)).isEqualTo("Chapter 12");
    assertThat(memory.search(source("第12章").withMinScore(99))).isEqualTo(matches);
    assertThat(memory.search(source("第12章").withMinScore(100))).isEmpty();
    assertThat(memory.search(source("第12章").withMinScore(50)))
        .extracting(Match::score, match -> match.unit().target())
        .containsExactly(tuple(99, "Chapter 3"), tuple(66, "The fifth chapter"));
    assertThat(memory.search(source("第3章")).get(0).score()).isEqualTo(100);
  }

  @Test
  void oneOfWhichOnlyTheNumbersDifferComesBeforeOneThatIsMoreAlike() {
    memory.addRevision(
        revision(
            "doc", "5月3日有9艘船到港口。", "May 3: 9 ships arrive.", "5月8日有7艘船到海口。", "May 8: 7 ships"));
    FuzzyQuery query = source("5月8日有7艘船到港口。").withMinScore(50);
    List<Match> matches = memory.search(query);
    assertThat(matches)
        .extracting(Match::renumbered)
        .containsExactly("May 8: 7 ships arrive.", null);
    assertThat(matches).extracting(Match::score).containsExactly(99, 91);
    assertThat(memory.search(query.withLimit(1))).isEqualTo(matches.subList(0, 1));
  }

  @Test
  void approvedUnitsComeBeforeDraftsAndRejectedOnesNotAtAll() {
    memory.addRevision(revision("one", "船到了。", "a"));
    memory.addRevision(revision("two", "船到了。", "a"));
    memory.addRevision(revision("three", "船到了。", "a"));
    List<Match> all = memory.search(source("船到了。"));
    Edits.judge(memory, all.get(2).unit().id(), Unit.Status.APPROVED, "mei");
    Edits.judge(memory, all.get(0).unit().id(), Unit.Status.REJECTED, "mei");
    assertThat(memory.search(source("船到了。")))
        .extracting(match -> match.unit().id())
        .containsExactly(all.get(2).unit().id(), all.get(1).unit().id());
    assertThat(memory.search(source("船到了。").among(UnitFilter.OFFERED.inDocuments(Set.of("two")))))
        .hasSize(1);
  }

  @Test
  void aTextThatIsTooLongIsTheUsersError() {
    memory.addRevision(revision("doc", "船", "a"));
    assertRefused(() -> memory.search(source("船".repeat(10_001))), "10,001");
    assertThat(memory.search(source("船".repeat(10_000)))).isEmpty();
  }

  @Test
  void everyMatchHasItsWarnings() {
    memory.addRevision(revision("doc", "船队有30艘船。", "a", "船队有40艘船。", "b", "船队有50艘船。", "c"));
    assertThat(memory.search(source("船队有13艘船。").withMinScore(50)))
        .hasSize(3)
        .allSatisfy(
            match ->
                assertThat(match.likeness().warnings())
                    .extracting(Warning::kind)
                    .containsExactly(Warning.Kind.NUMBER));
  }

  @Test
  void aSearchKnowsWhatWasWrittenSinceTheLastOne() {
    try (Memory reader = read()) {
      memory.addRevision(revision("doc", "船到了。", "a"));
      assertThat(memory.search(source("港口关了。"))).isEmpty();
      assertThat(reader.search(source("港口关了。"))).isEmpty();
      memory.addRevision(revision("doc", "船到了。", "a", "港口关了。", "b"));
      assertThat(memory.search(source("港口关了。"))).hasSize(1);
      assertThat(reader.search(source("港口关了。"))).hasSize(1);
      Edits.delete(memory, UnitFilter.CURRENT);
      assertThat(memory.search(source("港口关了。"))).isEmpty();
      assertThat(reader.search(source("港口关了。"))).isEmpty();
    }
  }

  @Test
  void ofEquallyGoodDraftsTheOneThatChangedLastComesFirst() {
    List<String> documents = List.of("b", "a", "c");
    for (String document : documents) {
      try (Memory memory = writeAt(Revisions.NOON.plusSeconds(documents.indexOf(document)))) {
        memory.addRevision(revision(document, "船到了。", "a"));
      }
    }
    assertThat(memory.search(source("船到了。")))
        .extracting(match -> match.unit().provenance().document())
        .containsExactly("c", "a", "b");
  }

  @Test
  void everyTextWithThePhraseIsFound() throws SQLException {
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
      try (Memory memory = stores.open(folder.resolve(seed + ".db"), options())) {
        memory.addRevision(revision("doc", "ming", units.subList(0, 200)));
        stores.index(memory);
        memory.addRevision(revision("doc", "ming", units));
        for (int i = 0; i < 60; i++) {
          Side side = random.nextBoolean() ? Side.SOURCE : Side.TARGET;
          Unit unit = units.get(random.nextInt(units.size()));
          agrees(memory, part(unit.text(side), random), side, seed);
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
    List<String> wanted =
        Revisions.all(memory, UnitFilter.OFFERED).stream()
            .filter(unit -> !phrase.in(unit.text(side)).isEmpty())
            .map(Unit::id)
            .toList();
    Set<Side> sides = EnumSet.of(side);
    Concordance found = concordance(memory, text, sides, 1_000, UnitFilter.OFFERED);
    assertThat(found.hits())
        .as("seed %d: \"%s\" in %s", seed, text, side)
        .extracting(hit -> hit.unit().id())
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(found.total()).isEqualTo(wanted.size());
    Concordance few = concordance(memory, text, sides, 3, UnitFilter.OFFERED);
    assertThat(few.total()).isEqualTo(wanted.size());
    assertThat(few.hits()).isEqualTo(found.hits().subList(0, Math.min(3, wanted.size())));
    UnitFilter named = UnitFilter.OFFERED.inDocuments(Set.of("doc")).named(Set.copyOf(wanted));
    assertThat(concordance(memory, text, sides, 1_000, named).hits()).isEqualTo(found.hits());
  }

  private static Concordance concordance(
      Memory memory, String text, Set<Side> sides, int limit, UnitFilter filter) {
    return memory.concordance(new Concordance.Query(text, sides, limit, filter));
  }

  @Test
  void spansAreThoseOfTheRawText() {
    memory.addRevision(revision("doc", "Ａ船和a船。", "The  Old   Ship, old ship"));
    Concordance both = concordance(memory, "A船", EnumSet.allOf(Side.class), 10, UnitFilter.OFFERED);
    assertThat(both.hits().get(0).spans()).containsExactly(new Span(0, 2), new Span(3, 5));
    Concordance english =
        concordance(memory, "OLD ship", EnumSet.of(Side.TARGET), 10, UnitFilter.OFFERED);
    assertThat(english.hits().get(0).spans()).containsExactly(new Span(5, 15), new Span(17, 25));
  }
}
