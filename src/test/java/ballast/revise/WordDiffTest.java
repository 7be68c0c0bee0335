package ballast.revise;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.language.CharacterWords;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The old text with each edit in it: {@code a [b→c] d}. */
  private static String marked(String old, List<Edit> edits) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      text.append(old, at, edit.old().start());
      text.append('[').append(edit.oldText()).append('→').append(edit.newText()).append(']');
      at = edit.old().end();
    }
    return text.append(old.substring(at)).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Equal texts have no edits.
          The same. | The same. | The same.
          ''        | ''        | ''
          # Words are replaced whole.
          A fine poesthesia here. | A fine poetry here. | A fine [poesthesia→poetry] here.
          # An insertion begins with its word, not with the space before it.
          Trade grew last year. | Trade grew fast last year. | Trade grew [→fast ]last year.
          # Changes with a function word between them are one, those with a content word are two.
          the rise of prices | the fall of wages | the [rise of prices→fall of wages]
          big trade talks | small trade deals | [big→small] trade [talks→deals]
          # A repeated phrase is put where it begins a clause.
          We talk, we listen. | We talk, we wait, we listen. | We talk, [→we wait, ]we listen.
          # Numbers with commas and apostrophes are one token.
          It doesn't cost 1,250.5 | It didn't cost 1,260.5 | It [doesn't→didn't] cost [1,250.5→1,260.5]
          # Chinese words are cut down to the characters that differ.
          中欧合作稳定 | 中欧合作稳固 | 中欧合作稳[定→固]
          # A difference in white space is an edit.
          ' ' | '  ' | ' [→ ]'
          a b | ' a b ' | '[→ ]a b[→ ]'
          """)
  void editsAreMarkedInTheOldText(String before, String after, String marked) {
    assertThat(marked(before, diff.compare(before, after))).isEqualTo(marked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Format is width, case, quotes, spaces and script.
          他说,好 | 他说，好 | [FORMAT]
          the Party said | the party said | [FORMAT]
          a "deal" | a “deal” | [FORMAT, FORMAT]
          two  spaces | two spaces | [FORMAT]
          生產 | 生产 | [FORMAT]
          every day | everyday | [WORDING]
          # A number that changes is called one, the same number in another form is not.
          up 4.5 percent | up 5.4 percent | [NUMBER]
          three-quarters of it | two-thirds of it | [NUMBER]
          on 3 May 2024 | on 3 June 2024 | [NUMBER]
          增长三倍 | 增长五倍 | [NUMBER]
          about 1,000 tons | about 1000 tons | [WORDING]
          in three years | in 3 years | [WORDING]
          # A name that changes is called one.
          He met Wang in town. | He met Zhang in town. | [NAME]
          Trade grew. | Business grew. | [WORDING]
          """)
  void eachEditHasItsClass(String before, String after, String classes) {
    assertThat(diff.compare(before, after).stream().map(Edit::editClass).map(Enum::name).toList())
        .hasToString(classes);
  }
}
