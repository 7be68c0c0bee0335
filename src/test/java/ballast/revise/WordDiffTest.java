package ballast.revise;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.language.CharacterWords;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordDiffTest {

  private final WordDiff diff = new WordDiff(new PairsOfTwo());

  /** Cuts every run into words of two characters; knows one traditional character. */
  private static final class PairsOfTwo extends CharacterWords {
    @Override
    public Cut cut(String run) {
      return offset ->
          offset == run.length() || run.codePointCount(0, Math.min(offset, run.length())) % 2 == 0;
    }

    @Override
    public int simplified(int codePoint) {
      return codePoint == '產' ? '产' : codePoint;
    }
  }

  private String marked(String before, String after) {
    return Texts.marked(before, diff.compare(before, after));
  }

  private List<Edit.Kind> classes(String before, String after) {
    return diff.compare(before, after).stream().map(Edit::editClass).toList();
  }

  @Test
  void equalTextsHaveNoEdits() {
    assertThat(diff.compare("The same.", "The same.")).isEmpty();
    assertThat(diff.compare("", "")).isEmpty();
  }

  @Test
  void wordsAreReplacedWhole() {
    assertThat(marked("A fine poesthesia here.", "A fine poetry here."))
        .isEqualTo("A fine [poesthesia→poetry] here.");
  }

  @Test
  void anInsertionBeginsWithItsWordNotWithTheSpaceBeforeIt() {
    assertThat(marked("Trade grew last year.", "Trade grew fast last year."))
        .isEqualTo("Trade grew [→fast ]last year.");
  }

  @Test
  void changesWithAFunctionWordBetweenThemAreOne() {
    assertThat(marked("the rise of prices was slow", "the fall of wages was slow"))
        .isEqualTo("the [rise of prices→fall of wages] was slow");
  }

  @Test
  void changesWithAContentWordBetweenThemAreTwo() {
    assertThat(marked("big trade talks", "small trade deals"))
        .isEqualTo("[big→small] trade [talks→deals]");
  }

  @Test
  void aRepeatedPhraseIsPutWhereItBeginsAClause() {
    assertThat(marked("We talk, we listen.", "We talk, we wait, we listen."))
        .isEqualTo("We talk, [→we wait, ]we listen.");
  }

  @Test
  void numbersWithCommasAndApostrophesAreOneToken() {
    assertThat(marked("It doesn't cost 1,250.5 yuan", "It didn't cost 1,260.5 yuan"))
        .isEqualTo("It [doesn't→didn't] cost [1,250.5→1,260.5] yuan");
  }

  @Test
  void chineseWordsAreCutDownToTheCharactersThatDiffer() {
    assertThat(marked("中欧合作稳定", "中欧合作稳固")).isEqualTo("中欧合作稳[定→固]");
  }

  @Test
  void formatIsWidthCaseQuotesSpacesAndScript() {
    assertThat(classes("他说,好", "他说，好")).containsExactly(Edit.Kind.FORMAT);
    assertThat(classes("the Party said", "the party said")).containsExactly(Edit.Kind.FORMAT);
    assertThat(classes("a \"deal\"", "a “deal”"))
        .containsExactly(Edit.Kind.FORMAT, Edit.Kind.FORMAT);
    assertThat(classes("two  spaces", "two spaces")).containsExactly(Edit.Kind.FORMAT);
    assertThat(classes("生產", "生产")).containsExactly(Edit.Kind.FORMAT);
    assertThat(classes("every day", "everyday")).containsExactly(Edit.Kind.WORDING);
  }

  @Test
  void aNumberThatChangesIsSaidToBeOne() {
    assertThat(classes("up 4.5 percent", "up 5.4 percent")).containsExactly(Edit.Kind.NUMBER);
    assertThat(classes("three-quarters of it", "two-thirds of it"))
        .containsExactly(Edit.Kind.NUMBER);
    assertThat(classes("on 3 May 2024", "on 3 June 2024")).containsExactly(Edit.Kind.NUMBER);
    assertThat(classes("增长三倍", "增长五倍")).containsExactly(Edit.Kind.NUMBER);
  }

  @Test
  void aNumberInAnotherFormIsTheSameNumber() {
    assertThat(classes("about 1,000 tons", "about 1000 tons")).doesNotContain(Edit.Kind.NUMBER);
    assertThat(classes("in three years", "in 3 years")).doesNotContain(Edit.Kind.NUMBER);
  }

  @Test
  void aNameThatChangesIsSaidToBeOne() {
    assertThat(classes("He met Wang in town.", "He met Zhang in town."))
        .containsExactly(Edit.Kind.NAME);
    assertThat(classes("Trade grew.", "Business grew.")).containsExactly(Edit.Kind.WORDING);
  }

  @Test
  void aDifferenceInWhiteSpaceIsAnEdit() {
    assertThat(diff.compare(" ", "  ")).hasSize(1);
    assertThat(marked("a b", " a b ")).isEqualTo("[→ ]a b[→ ]");
  }
}
