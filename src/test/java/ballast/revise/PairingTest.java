package ballast.revise;

import static ballast.revise.Texts.differences;
import static ballast.revise.Texts.english;
import static ballast.revise.Texts.unit;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.language.ChineseWords;
import ballast.language.Han;
import ballast.language.matching.PairOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PairingTest {

  private static final String PORT = "The port handled nine million containers last year.";
  private static final String RAIL = "A second railway line now reaches the inland provinces.";
  private static final String TALKS = "Talks on tariffs will resume in the autumn.";
  private static final String JOINED = "The port grew quickly and its new railway brought goods.";
  private static final String CUT = "The port grew quickly. | Its new railway brought goods.";

  @Test
  void aSentenceCutInTwoIsSplitAndTwoMadeOneAreMerged() {
    assertThat(differences(english(JOINED), english(CUT)))
        .containsExactly("split: " + JOINED + " > " + CUT);
    assertThat(differences(english(PORT + "|" + CUT), english(PORT + "|" + JOINED)))
        .containsExactly("merged: " + CUT + " > " + JOINED);
  }

  @Test
  void aHeadingIsNeverJoinedToASentence() {
    String growth = "Port and railway growth was quick last year.";
    assertThat(
            differences(
                english("# Port and railway growth", growth),
                english("Port and railway growth. " + growth)))
        .noneMatch(change -> change.startsWith("merged"))
        .contains("removed: # Port and railway growth > ");
  }

  @Test
  void sentencesOfTwoParagraphsAreNotMerged() {
    assertThat(differences(english(CUT.split("\\|")), english(JOINED)))
        .noneMatch(change -> change.startsWith("merged"));
  }

  @ParameterizedTest
  @ValueSource(strings = {TALKS, "Talks on tariffs will resume in the spring."})
  void aSentenceHasMovedAlsoIfItChanged(String now) {
    assertThat(differences(english(PORT, RAIL, TALKS), english(now, PORT, RAIL)))
        .containsExactly("moved: " + TALKS + " > " + now);
  }

  @Test
  void sentencesOfOneVersionAreAddedOrRemoved() {
    assertThat(differences(english(PORT, RAIL), english(PORT, RAIL, TALKS)))
        .containsExactly("added:  > " + TALKS);
    assertThat(differences(english(PORT, RAIL, TALKS), english(PORT, TALKS)))
        .containsExactly("removed: " + RAIL + " > ");
  }

  @Test
  void anEmptyVersionHasLostOrGainedAll() {
    assertThat(differences(english(PORT, RAIL), english()))
        .containsExactly("removed: " + PORT + " > ", "removed: " + RAIL + " > ");
    assertThat(differences(english(), english(PORT))).containsExactly("added:  > " + PORT);
  }

  @Test
  void aSentenceThatStayedIsNeverTakenForAnEditedOne() {
    String like = PORT.replace("nine", "ten");
    assertThat(differences(english(like + "|" + PORT), english(PORT + "|" + like)))
        .allMatch(change -> change.startsWith("moved"));
  }

  @Test
  void unitsAreFoundWhereverTheyStand() {
    TextVersion old = new TextVersion(Lang.EN_US, List.of(unit(PORT, 0), unit(RAIL, 1)), false);
    TextVersion other =
        new TextVersion(Lang.EN_US, List.of(unit(RAIL, 1), unit("New words.", 0)), false);
    assertThat(new Pairing(ChineseWords.NONE).pair(old, other))
        .extracting(pair -> pair.old().start() + "-" + pair.revised().start())
        .containsExactly("1-0", "0-1");
  }

  @Test
  void longTextsArePairedByUnchangedSentences() {
    List<TextVersion.Sentence> before = new ArrayList<>();
    List<TextVersion.Sentence> after = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String text = "VersionSentence number " + i + " speaks of item " + (i * 7919 % 3001) + ".";
      before.add(english(text).sentences().get(0));
      after.add(english(i == 1_500 ? text.replace("speaks", "tells") : text).sentences().get(0));
    }
    List<PairOrder.Pair> pairs =
        new Pairing(ChineseWords.NONE)
            .pair(
                new TextVersion(Lang.EN_US, before, true),
                new TextVersion(Lang.EN_US, after, true));
    assertThat(pairs).hasSize(3_000);
    assertThat(pairs.get(1_500).old().start()).isEqualTo(1_500);
  }

  private static final List<String> PIECES =
      List.of(
          "trade", "the", "of", "Growth", "2,300.5", "don't", "é", "e\u0301", " ", "  ", "\u00a0",
          "，", ",", "。", ".", "生产力", "发展", "產", "的", "𠮷", "😀", "\u200b", "\u202e", "—", "“", "”",
          "<b>", "&", "\t", "A");

  @Test
  void replayedEditsGiveTheNewText() {
    WordDiff diff = new WordDiff(ChineseWords.NONE);
    for (long seed = 0; seed < Rounds.of(3_000); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> pieces = pieces(random, 30);
      String before = String.join("", pieces);
      String after = String.join("", edited(pieces, random));
      List<Edit> edits = diff.compare(before, after);
      assertThat(Replay.of(before, edits)).as("seed %d", seed).isEqualTo(after);
      int at = -1;
      for (Edit edit : edits) {
        assertThat(edit.old().start()).as("seed %d: %s", seed, edits).isGreaterThan(at);
        at = edit.old().end();
        assertThat(edit.newText()).isEqualTo(edit.revised().of(after));
        assertThat(splitsWord(before, edit.old().start())).as("seed %d %s", seed, edit).isFalse();
        assertThat(splitsWord(before, edit.old().end())).as("seed %d %s", seed, edit).isFalse();
        assertThat(splitsWord(after, edit.revised().end())).as("seed %d", seed).isFalse();
      }
    }
  }

  @Test
  void everySentenceIsInExactlyOnePair() {
    for (long seed = 0; seed < Rounds.of(300); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TextVersion before = version(random);
      TextVersion after = shuffled(before, random);
      List<Integer> olds = new ArrayList<>();
      List<Integer> news = new ArrayList<>();
      for (PairOrder.Pair pair : new Pairing(ChineseWords.NONE).pair(before, after)) {
        IntStream.range(pair.old().start(), pair.old().end()).forEach(olds::add);
        IntStream.range(pair.revised().start(), pair.revised().end()).forEach(news::add);
      }
      assertThat(news).as("seed %d", seed).isSorted().hasSize(after.sentences().size());
      assertThat(olds).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(olds).as("seed %d", seed).hasSize(before.sentences().size());
    }
  }

  /** The report of a version and itself has nothing but what stayed. */
  @Test
  void aVersionAndItselfAreTheSame() {
    for (long seed = 0; seed < 100; seed++) {
      TextVersion version = version(new SplittableRandom(seed));
      RevisionReport report = Texts.compared(version, version);
      assertThat(report.differences()).as("seed %d", seed).isEmpty();
      assertThat(report.changes()).hasSize(version.sentences().size());
    }
  }

  private static boolean splitsWord(String text, int at) {
    return at > 0
        && at < text.length()
        && isLatin(text.codePointBefore(at))
        && isLatin(text.codePointAt(at));
  }

  private static boolean isLatin(int c) {
    return Character.isLetterOrDigit(c) && !Han.isHan(c);
  }

  private static List<String> pieces(SplittableRandom random, int maxCount) {
    List<String> pieces = new ArrayList<>();
    for (int i = random.nextInt(maxCount); i > 0; i--) {
      pieces.add(PIECES.get(random.nextInt(PIECES.size())));
      if (random.nextInt(3) > 0) {
        pieces.add(" ");
      }
    }
    return pieces;
  }

  private static List<String> edited(List<String> pieces, SplittableRandom random) {
    List<String> edited = new ArrayList<>(pieces);
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(edited.size() + 1);
      if (random.nextBoolean() || at == edited.size()) {
        edited.add(at, PIECES.get(random.nextInt(PIECES.size())));
      } else {
        edited.remove(at);
      }
    }
    return edited;
  }

  private static TextVersion version(SplittableRandom random) {
    List<TextVersion.Sentence> sentences = new ArrayList<>();
    int block = 0;
    for (int i = random.nextInt(25); i > 0; i--) {
      block += random.nextInt(3) == 0 ? 1 : 0;
      boolean heading = random.nextInt(8) == 0;
      block += heading ? 1 : 0;
      sentences.add(
          new TextVersion.Sentence(
              String.join("", pieces(random, 10)),
              block,
              heading ? BlockType.HEADING : BlockType.PARAGRAPH,
              Set.of(),
              0));
      block += heading ? 1 : 0;
    }
    return new TextVersion(Lang.EN_US, sentences, true);
  }

  private static TextVersion shuffled(TextVersion version, SplittableRandom random) {
    List<TextVersion.Sentence> sentences = new ArrayList<>(version.sentences());
    for (int i = random.nextInt(5); i > 0 && sentences.size() > 1; i--) {
      TextVersion.Sentence one = sentences.remove(random.nextInt(sentences.size()));
      if (random.nextBoolean()) {
        sentences.add(random.nextInt(sentences.size() + 1), one);
      }
    }
    return new TextVersion(version.lang(), sentences, true);
  }
}
