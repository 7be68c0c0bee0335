package ballast.revise;

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
import org.junit.jupiter.api.Test;

/** For any texts, the edits applied to the old one give the new one. */
final class ReplayPropertyTest {

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
      assertThat(Edit.replay(before, edits)).as("seed %d", seed).isEqualTo(after);
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
        for (int i = pair.old().start(); i < pair.old().end(); i++) {
          olds.add(i);
        }
        for (int j = pair.revised().start(); j < pair.revised().end(); j++) {
          news.add(j);
        }
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
      RevisionReport report =
          new Comparison(ChineseWords.NONE, TermProblems.NONE)
              .compare(version, version, List.of(), Lang.ZH_CN);
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
