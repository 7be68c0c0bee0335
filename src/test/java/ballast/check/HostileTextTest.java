package ballast.check;

import static ballast.check.Checks.concept;
import static ballast.check.Checks.judge;
import static ballast.check.Checks.pair;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Severity;
import ballast.check.PairChecker.Unchecked;
import ballast.language.NumberReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Texts that nobody writes, but a file may have: a short sign repeated thousands of times. */
@Tag("hostile")
final class HostileTextTest {

  /** Characters of a repeated text. A reader whose work grows with its square would take hours. */
  private static final int LENGTH = 200_000;

  private static final String[] SIGNS = {
    "1-", "1/", "1.", "1,", "1 ", "1–2%", "1st 1st ", "one and ", "one or ", "two2", "壹", "零壹",
    "一、", "十百千万亿", "20世纪90年代", "八九十年代", "1万5", "5平方", "\u0301", "é\u0301", "(", "\"", "<a", "](",
    "不", "not ", "May 5 ", "碼1", "1:1", "😀"
  };

  private static final TermJudge JUDGE = judge(concept("港口", "port"));

  private static String repeated(String sign, int length) {
    return sign.repeat(length / sign.length());
  }

  @Test
  void numbersOfAVeryLongTextAreRead() {
    for (String sign : SIGNS) {
      String text = repeated(sign, LENGTH);
      assertThat(NumberReader.read(text)).as(sign).hasSizeLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void aTextAsLongAsAllRulesReadIsCheckedByAllOfThem() {
    for (String sign : SIGNS) {
      String text = repeated(sign, PairChecker.MAX_LENGTH);
      Checker checker = new Checker(JUDGE, Rules.all());
      checker.check(pair(1, "港口的货物。", text));
      checker.check(pair(2, text, "The goods of the port."));
      checker.check(pair(3, text, text));
      assertThat(checker.unchecked()).as(sign).isEmpty();
    }
  }

  @Test
  void aLongerTextIsCheckedByTheCheapRulesAndNamed() {
    Checker checker = new Checker(JUDGE, Rules.all());
    String text = repeated("1-", PairChecker.MAX_LENGTH + 2);
    checker.check(pair(7, "港口的货物。", text + "他"));
    checker.check(pair(8, "港口的货物。", "The goods."));
    assertThat(checker.unchecked()).hasSize(1);
    Unchecked unchecked = checker.unchecked().get(0);
    assertThat(unchecked.message())
        .startsWith("x:7")
        .contains("term-missing", "number-mismatch")
        .endsWith(": longer than 3,000 characters")
        .doesNotContain(" untranslated,");
    assertThat(unchecked.mistake()).isNull();
    assertThat(checker.findings())
        .extracting(one -> one.finding().rule() + " " + one.location().line())
        .contains("untranslated 7", "term-missing 8");
  }

  @Test
  void aRuleThatFailsOnAPairIsNamedAndTheRestIsChecked() {
    List<Rule> rules = new ArrayList<>(Rules.all());
    rules.add(0, new Failing());
    Checker checker = new Checker(JUDGE, rules);
    checker.check(pair(1, "港口的货物。", "The goods, broken."));
    checker.check(pair(2, "港口的货物。", "The goods."));
    assertThat(checker.unchecked())
        .extracting(Unchecked::message)
        .containsExactly(
            "x:1:1: not checked by failing: internal error in Ballast (StackOverflowError)");
    assertThat(checker.unchecked().get(0).mistake()).isInstanceOf(StackOverflowError.class);
    assertThat(checker.findings())
        .filteredOn(one -> one.finding().rule().equals("term-missing"))
        .hasSize(2);
    assertThat(new PairChecker(JUDGE, rules).check(pair(1, "港口。", "A broken one.")).unchecked())
        .hasSize(1);
  }

  /** A rule with a bug. */
  private static final class Failing extends Rule {

    Failing() {
      super("failing", Severity.ERROR, "nothing");
    }

    @Override
    List<Finding> check(PairReading reading) {
      if (reading.english().contains("broken")) {
        throw new StackOverflowError();
      }
      return List.of();
    }
  }
}
