package ballast.revise;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.revise.ReviewAnswers.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReviewAnswersTest {

  private static final Unit UNIT = unit("渡船走了。", "The ferry left.", Unit.Status.DRAFT);

  private static Unit unit(String source, String target, Unit.Status status) {
    Provenance provenance =
        new Provenance("港口", 1, "", Instant.EPOCH, Instant.EPOCH, Unit.Pairing.computed(1), status);
    return new Unit("0a1b2c3d4e5f", Lang.ZH_CN, Lang.EN_US, source, target, provenance, List.of());
  }

  private static ReviewAnswers.Row row(int number, String target, String comment, String answer) {
    return new ReviewAnswers.Row(
        number, ReviewKey.of(UNIT).text(), UNIT.source(), target, comment, answer);
  }

  private static ReviewAnswers answers(ReviewAnswers.Row... rows) {
    return ReviewAnswers.of(List.of(rows));
  }

  private static ReviewAnswers same(String answer) {
    return answers(row(2, UNIT.target(), "", answer));
  }

  private static ReviewAnswers.Answer edited(String answer) {
    return answers(row(2, "The ferry has left.", "", answer)).answers().get(0);
  }

  private static ReviewAnswers.Row ofRemoved(String target, String comment, String answer) {
    String key = ReviewKey.ofRemoved(UNIT).text();
    return new ReviewAnswers.Row(2, key, UNIT.source(), target, comment, answer);
  }

  @Test
  void aKeyIsReadAsItWasWritten() {
    ReviewKey key = ReviewKey.of(UNIT);
    assertThat(ReviewKey.parse(" " + key.text() + " ")).contains(key);
    assertThat(ReviewKey.parse(key.text().replace("b1:", "b2:"))).isEmpty();
    assertThat(ReviewKey.parse(key.text() + "0")).isEmpty();
    assertThat(ReviewKey.parse("")).isEmpty();
  }

  @Test
  void charactersThatATableCannotHoldAreIgnored() {
    Unit odd = unit("两\r\n行。", " A\u000Bb\u0007 \r\nc\u2028 ", Unit.Status.DRAFT);
    ReviewAnswers.Row row =
        new ReviewAnswers.Row(2, ReviewKey.of(odd).text(), "两\n行。", "A b \nc\u2028", "", "");
    assertThat(answers(row).problems()).isEmpty();
    assertThat(answers(row).undecided()).isEqualTo(1);
  }

  @Test
  void wordsInBothLanguagesAreAnswers() {
    for (Verdict verdict : List.of(Verdict.ACCEPT, Verdict.REJECT)) {
      for (String word : verdict.words()) {
        assertThat(same(word).answers()).as(word).hasSize(1);
        assertThat(same(word).answers().get(0).verdict()).as(word).isEqualTo(verdict);
      }
    }
    assertThat(same(" ＹＥＳ\u3000").answers().get(0).verdict()).isEqualTo(Verdict.ACCEPT);
    assertThat(same("  ").undecided()).isEqualTo(1);
    assertThat(same("perhaps").problems().get(0).reason())
        .isEqualTo("\"perhaps\" is neither yes nor no");
  }

  @Test
  void anAcceptedEditIsApprovedAndABareOneIsADraft() {
    assertThat(edited("yes").on(UNIT))
        .isEqualTo(
            new ReviewAnswers.Answer.Outcome(
                ReviewAnswers.Answer.Fate.TAKEN, "The ferry has left.", Unit.Status.APPROVED));
    assertThat(edited("").on(UNIT).status()).isEqualTo(Unit.Status.DRAFT);
  }

  @Test
  void whiteSpaceAroundATextIsKept() {
    Unit spaced = unit("渡船走了。", " The ferry left.\n", Unit.Status.DRAFT);
    ReviewAnswers.Row row =
        new ReviewAnswers.Row(2, ReviewKey.of(spaced).text(), spaced.source(), "It left.", "", "y");
    assertThat(answers(row).answers().get(0).on(spaced).target()).isEqualTo(" It left.\n");
  }

  @Test
  void noWithAnEditIsNotGuessed() {
    List<ReviewAnswers.Problem> problems = answers(row(5, "Else.", "", "no")).problems();
    assertThat(problems).extracting(ReviewAnswers.Problem::row).containsExactly(5);
    assertThat(problems.get(0).reason()).startsWith("it says no, but");
    assertThat(answers(row(5, " ", "", "")).problems()).hasSize(1);
  }

  @Test
  void repeatedRowsCountOnceAndContradictionsNotAtAll() {
    ReviewAnswers same =
        answers(
            row(2, UNIT.target(), "", "yes"),
            row(3, UNIT.target(), "", "y"),
            row(4, UNIT.target(), "", ""));
    assertThat(same.answers()).hasSize(1);
    assertThat(same.repeated()).isEqualTo(1);
    assertThat(same.undecided()).isEqualTo(1);
    ReviewAnswers contrary =
        answers(row(9, UNIT.target(), "", "no"), row(3, UNIT.target(), "", "yes"));
    assertThat(contrary.answers()).isEmpty();
    assertThat(contrary.problems()).extracting(ReviewAnswers.Problem::row).containsExactly(3, 9);
    assertThat(contrary.problems().get(0).reason()).startsWith("row 9 has a different answer");
  }

  @Test
  void aUnitThatHasChangedIsNotTouched() {
    ReviewAnswers.Answer yes = same("yes").answers().get(0);
    ReviewAnswers.Answer.Fate since = ReviewAnswers.Answer.Fate.CHANGED_SINCE;
    assertThat(yes.on(unit("渡船走了。", "It left.", Unit.Status.DRAFT)).fate()).isEqualTo(since);
    assertThat(yes.on(unit("船走了。", "The ferry left.", Unit.Status.DRAFT)).fate()).isEqualTo(since);
    assertThat(yes.on(unit("渡船走了。", "The ferry left.", Unit.Status.REJECTED)).fate())
        .isEqualTo(since);
    assertThat(yes.on(unit("渡船走了。", "The ferry left.", Unit.Status.APPROVED)).fate())
        .isEqualTo(ReviewAnswers.Answer.Fate.ALREADY);
  }

  @Test
  void anEditThatIsInTheMemoryAlreadyIsNotAProblem() {
    ReviewAnswers.Answer edit = edited("yes");
    assertThat(edit.on(unit("渡船走了。", "The ferry has left.", Unit.Status.APPROVED)).fate())
        .isEqualTo(ReviewAnswers.Answer.Fate.ALREADY);
    assertThat(edit.on(unit("渡船走了。", "The ferry has left.", Unit.Status.DRAFT)).fate())
        .isEqualTo(ReviewAnswers.Answer.Fate.CHANGED_SINCE);
  }

  @Test
  void ofARemovedSentenceOnlyTheRemovalCanBeAccepted() {
    ReviewAnswers yes = answers(ofRemoved("", "", "yes"));
    assertThat(yes.problems()).isEmpty();
    assertThat(yes.units()).isEmpty();
    assertThat(answers(ofRemoved("", "", "no")).problems()).hasSize(1);
    assertThat(answers(ofRemoved("It stays.", "", "")).problems()).hasSize(1);
  }
}
