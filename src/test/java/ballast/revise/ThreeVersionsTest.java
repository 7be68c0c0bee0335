package ballast.revise;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.language.ChineseWords;
import ballast.revise.RevisedPassage.ChangedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ThreeVersionsTest {

  private static final ChineseWords WORDS = ChineseWords.NONE;
  private static final String FERRY = "The ferry leaves the harbour every hour.";
  private static final String PORT = "The port handled nine million containers this year.";
  private static final String LIGHT = "Volunteers look after the old lighthouse.";

  private static TextVersion version(String... texts) {
    List<TextVersion.Sentence> sentences = new ArrayList<>();
    for (String text : texts) {
      sentences.add(
          new TextVersion.Sentence(
              text, sentences.size(), BlockType.PARAGRAPH, Set.of(), sentences.size() + 1));
    }
    return new TextVersion(Lang.EN_US, sentences, true);
  }

  private static List<RevisedPassage> compare(
      TextVersion draft, TextVersion first, TextVersion second, boolean apart) {
    Pairing pairing = new Pairing(WORDS);
    return new ThreeVersions(List.of(draft, first, second), List.of(), apart, WORDS)
        .passages(pairing.pair(draft, first), pairing.pair(first, second));
  }

  private static List<ChangedBy> by(TextVersion draft, TextVersion first, TextVersion second) {
    return compare(draft, first, second, false).stream().map(RevisedPassage::by).toList();
  }

  private static List<ChangedBy> by(boolean apart, String draft, String first, String second) {
    return compare(version(FERRY, draft), version(FERRY, first), version(FERRY, second), apart)
        .stream()
        .map(RevisedPassage::by)
        .toList();
  }

  @Test
  void saysWhoChangedWhat() {
    String nine = PORT;
    String ten = PORT.replace("nine", "ten");
    String more = ten.replace("containers", "boxes");
    assertThat(by(false, nine, nine, nine)).containsExactly(ChangedBy.NOBODY, ChangedBy.NOBODY);
    assertThat(by(false, nine, ten, ten)).containsExactly(ChangedBy.NOBODY, ChangedBy.FIRST);
    assertThat(by(false, nine, nine, ten)).containsExactly(ChangedBy.NOBODY, ChangedBy.SECOND);
    assertThat(by(false, nine, ten, nine)).containsExactly(ChangedBy.NOBODY, ChangedBy.UNDONE);
    assertThat(by(false, nine, ten, more)).containsExactly(ChangedBy.NOBODY, ChangedBy.FURTHER);
    assertThat(by(true, nine, ten, ten)).containsExactly(ChangedBy.NOBODY, ChangedBy.ALIKE);
    assertThat(by(true, nine, ten, nine)).containsExactly(ChangedBy.NOBODY, ChangedBy.FIRST);
    assertThat(by(true, nine, ten, more)).containsExactly(ChangedBy.NOBODY, ChangedBy.APART);
  }

  @Test
  void theSecondChangeIsComparedWithTheTextOfTheReviewer() {
    TextVersion draft = version("One old pier.");
    TextVersion first = version("One new pier.");
    TextVersion second = version("Two new piers.");
    assertThat(compare(draft, first, second, false).get(0).last().old().text())
        .isEqualTo("One new pier.");
    assertThat(compare(draft, first, second, true).get(0).last().old().text())
        .isEqualTo("One old pier.");
  }

  @Test
  void sentencesMayBeSplitRemovedAddedAndBroughtBack() {
    TextVersion draft = version(FERRY, PORT, LIGHT);
    assertThat(by(draft, version(FERRY, LIGHT), version(FERRY, LIGHT)))
        .containsExactly(ChangedBy.NOBODY, ChangedBy.FIRST, ChangedBy.NOBODY);
    assertThat(by(draft, version(FERRY, LIGHT), version(FERRY, PORT, LIGHT)))
        .containsExactly(ChangedBy.NOBODY, ChangedBy.UNDONE, ChangedBy.NOBODY);
    assertThat(by(version(FERRY), version(FERRY, PORT), version(FERRY)))
        .containsExactly(ChangedBy.NOBODY, ChangedBy.UNDONE);
  }

  @Test
  void anEmptyVersionIsAllowed() {
    TextVersion none = version();
    TextVersion full = version(FERRY, PORT);
    assertThat(by(full, none, full)).containsExactly(ChangedBy.UNDONE, ChangedBy.UNDONE);
    assertThat(by(none, full, full)).containsExactly(ChangedBy.FIRST, ChangedBy.FIRST);
    assertThat(by(full, full, none)).containsExactly(ChangedBy.SECOND, ChangedBy.SECOND);
    assertThat(by(none, none, none)).isEmpty();
  }

  @Test
  void everySentenceIsInOnePassageAndEditsReplay() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<String> texts = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        texts.add(List.of(FERRY, PORT, LIGHT).get(random.nextInt(3)) + " " + random.nextInt(4));
      }
      List<List<String>> all = new ArrayList<>(List.of(texts));
      all.add(reviewed(texts, random));
      all.add(reviewed(all.get(random.nextInt(2)), random));
      boolean apart = random.nextBoolean();
      List<TextVersion> v = all.stream().map(list -> version(list.toArray(new String[0]))).toList();
      List<RevisedPassage> passages = compare(v.get(0), v.get(1), v.get(2), apart);
      assertThat(
              List.of(
                  sorted(passages.stream().map(RevisedPassage::old)),
                  sorted(passages.stream().map(p -> p.first().revised())),
                  sorted(passages.stream().map(p -> p.last().revised()))))
          .as("seed " + seed)
          .isEqualTo(all.stream().map(ThreeVersionsTest::sorted).toList());
      for (RevisedPassage passage : passages) {
        for (Change change : Arrays.asList(passage.first(), passage.last())) {
          if (change.kind() == Change.Kind.EDITED) {
            assertThat(Replay.of(change.old().text(), change.edits()))
                .as("seed " + seed)
                .isEqualTo(change.revised().text());
          }
        }
      }
    }
  }

  private static List<String> reviewed(List<String> texts, Random random) {
    List<String> reviewed = new ArrayList<>();
    for (String text : texts) {
      switch (random.nextInt(6)) {
        case 0 -> {}
        case 1 -> reviewed.add(text.replace("the", "a"));
        case 2 -> reviewed.addAll(List.of(text, "And " + random.nextInt(9) + " more."));
        default -> reviewed.add(text);
      }
    }
    if (random.nextInt(4) == 0) {
      Collections.shuffle(reviewed, random);
    }
    return reviewed;
  }

  private static List<String> sorted(Stream<Change.Side> sides) {
    return sorted(sides.flatMap(side -> side.sentences().stream()).toList());
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }
}
