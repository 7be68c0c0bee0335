package ballast.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.language.CharacterWords;
import ballast.language.Renderings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class CompoundWordTest {

  private static final Set<String> WORDS =
      Set.of("双向", "队列", "神经网络", "循环", "参数", "义务教育", "义务", "教育", "普及", "调整");

  private static final Map<String, Double> LINKS =
      Map.of(
          "双向 deque", 0.01,
          "队列 deque", 0.02,
          "队列 queue", 0.7,
          "双向 two", 0.3,
          "义务教育 compulsory", 0.5,
          "义务 compulsory", 0.02);

  /** Longest words first; probabilities from a table. */
  private static final class Lexicon extends CharacterWords implements Renderings {

    @Override
    public Cut cut(String run) {
      return cut(run, run.length());
    }

    @Override
    public Cut parts(String word) {
      return cut(word, word.length() - 1);
    }

    private static Cut cut(String run, int longest) {
      Set<Integer> ends = new TreeSet<>(Set.of(0));
      for (int at = 0; at < run.length(); ) {
        int end = Math.min(run.length(), at + longest);
        while (end > at + 1 && !WORDS.contains(run.substring(at, end))) {
          end--;
        }
        at = end;
        ends.add(at);
      }
      return ends::contains;
    }

    @Override
    public boolean renders(String chinese, String phrase) {
      return false;
    }

    @Override
    public double probability(String chinese, String english) {
      return LINKS.getOrDefault(chinese + " " + english, 0.0);
    }
  }

  private static boolean isMissing(String zh, String en, String chinese, String english) {
    Lexicon lexicon = new Lexicon();
    Glossary glossary =
        Glossary.of(
            List.of(new Concept(zh, List.of(zh), List.of(new Term(en, TermStatus.PREFERRED)))));
    Checker checker = new Checker(new TermJudge(glossary, lexicon, lexicon), Rules.all());
    checker.check(
        CheckedPair.at(
            new Passage("", "", Lang.ZH_CN, Lang.EN_US, chinese, english),
            new Location("x", 1, 1)));
    return checker.findings().stream()
        .anyMatch(found -> found.finding().rule().equals("term-missing"));
  }

  @Test
  void aWordThatTranslatesBothPartsSaysTheCompound() {
    assertThat(isMissing("队列", "queue", "双向队列。", "A deque.")).isFalse();
    assertThat(isMissing("队列", "queue", "双向队列。", "A two-way line.")).isTrue();
    assertThat(isMissing("队列", "queue", "队列。", "A deque.")).isTrue();
  }

  @Test
  void aWordThatEndsWithTheRenderingSaysTheCompound() {
    assertThat(isMissing("参数", "parameter", "调整超参数。", "Tune hyperparameters.")).isFalse();
    assertThat(isMissing("参数", "parameter", "参数。", "Hyperparameters.")).isTrue();
    assertThat(isMissing("神经网络", "neural network", "循环神经网络。", "RNNs.")).isFalse();
    assertThat(isMissing("神经网络", "neural network", "循环神经网络。", "A web.")).isTrue();
  }

  @Test
  void aLongerWordMayHaveATranslationOfItsOwn() {
    assertThat(isMissing("义务", "obligation", "普及义务教育。", "Compulsory schooling.")).isFalse();
    assertThat(isMissing("义务", "obligation", "普及义务教育。", "Schooling.")).isTrue();
  }
}
