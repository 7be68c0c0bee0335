package ballast.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the links of a whole sentence say of a missing term. */
final class LinkedTermTest {

  private static final Lexicon LEXICON = Lexicon.bundled();

  private static Finding missing(String zh, String en, String chinese, String english) {
    Concept concept = new Concept(zh, List.of(zh), List.of(new Term(en, TermStatus.PREFERRED)));
    TermJudge judge = new TermJudge(Glossary.of(List.of(concept)), LEXICON, LEXICON);
    Checker checker = new Checker(judge, Rules.all());
    Passage passage = new Passage("", "", Lang.ZH_CN, Lang.EN_US, chinese, english);
    checker.check(CheckedPair.at(passage, new Location("x", 1, 1)));
    return checker.findings().stream()
        .map(LocatedFinding::finding)
        .filter(finding -> finding.rule().equals("term-missing"))
        .findFirst()
        .orElseThrow();
  }

  private static Severity severity(String zh, String en, String chinese, String english) {
    return missing(zh, en, chinese, english).severity();
  }

  @Test
  void aWellTranslatedSentenceLeavesOutATermOnPurpose() {
    String chinese = "港口每天早上把字符串写在船的左边。";
    String whole = "Every morning the harbour writes on the left side of the ship.";
    assertThat(severity("字符串", "string", chinese, whole)).isEqualTo(Severity.INFO);
    assertThat(severity("字符串", "string", chinese, "Every morning the harbour is open."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("字符串", "rope", chinese, whole.replace("writes", "writes a string")))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void oneWordMayTranslateTheTermAndWhatPrecedesIt() {
    assertThat(severity("服务器", "server", "备用服务器停在港口。", "The standby is in the harbour."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("债权人", "creditor", "公司债债权人来了。", "The bondholders have come."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("债权人", "creditor", "债权人来了。", "The bondholders have come."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void aPronounIsNotShownAsTheNearestWords() {
    assertThat(missing("对象", "object", "港口里的对象：", "In the harbour it is:").message())
        .doesNotContain("nearest");
  }
}
