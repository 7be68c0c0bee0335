package ballast.revise;

import static ballast.revise.Texts.differences;
import static ballast.revise.Texts.english;
import static ballast.revise.Texts.unit;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.language.ChineseWords;
import ballast.language.matching.PairOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairingTest {

  private static final String PORT = "The port handled nine million containers last year.";
  private static final String RAIL = "A second railway line now reaches the inland provinces.";
  private static final String TALKS = "Talks on tariffs will resume in the autumn.";

  @Test
  void aSentenceCutInTwoIsSplit() {
    assertThat(
            differences(
                english("The port grew quickly and its new railway brought goods from the west."),
                english("The port grew quickly.|Its new railway brought goods from the west.")))
        .containsExactly(
            "split: The port grew quickly and its new railway brought goods from the west. > "
                + "The port grew quickly. | Its new railway brought goods from the west.");
  }

  @Test
  void twoSentencesMadeOneAreMerged() {
    assertThat(
            differences(
                english(PORT + "|The port grew quickly.|Its new railway brought goods west."),
                english(PORT + "|The port grew quickly, as its new railway brought goods west.")))
        .containsExactly(
            "merged: The port grew quickly. | Its new railway brought goods west. > "
                + "The port grew quickly, as its new railway brought goods west.");
  }

  @Test
  void aHeadingIsNeverJoinedToASentence() {
    List<String> differences =
        differences(
            english("# Port and railway growth", "Port and railway growth was quick last year."),
            english("Port and railway growth. Port and railway growth was quick last year."));
    assertThat(differences).noneMatch(change -> change.startsWith("merged"));
    assertThat(differences).contains("removed: # Port and railway growth > ");
  }

  @Test
  void sentencesOfTwoParagraphsAreNotMerged() {
    List<String> differences =
        differences(
            english("The port grew quickly.", "Its new railway brought goods."),
            english("The port grew quickly and its new railway brought goods."));
    assertThat(differences).noneMatch(change -> change.startsWith("merged"));
  }

  @Test
  void aParagraphThatStandsElsewhereHasMoved() {
    assertThat(differences(english(PORT, RAIL, TALKS), english(TALKS, PORT, RAIL)))
        .containsExactly("moved: " + TALKS + " > " + TALKS);
  }

  @Test
  void aSentenceThatMovedAndChangedIsFound() {
    String changed = TALKS.replace("autumn", "spring");
    assertThat(differences(english(PORT, RAIL, TALKS), english(changed, PORT, RAIL)))
        .containsExactly("moved: " + TALKS + " > " + changed);
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
    assertThat(differences(english(PORT, RAIL), new TextVersion(Lang.EN_US, List.of(), true)))
        .containsExactly("removed: " + PORT + " > ", "removed: " + RAIL + " > ");
    assertThat(differences(new TextVersion(Lang.EN_US, List.of(), true), english(PORT)))
        .containsExactly("added:  > " + PORT);
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
}
