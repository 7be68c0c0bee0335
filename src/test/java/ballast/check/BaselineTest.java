package ballast.check;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class BaselineTest {

  private static final Baseline.Scope EVERYWHERE = in(place -> true);

  /** A check of some places, by all rules. */
  private static Baseline.Scope in(Predicate<String> places) {
    return scope(Set.of("number-mismatch", "omitted", "term-inconsistent"), places);
  }

  private static Baseline.Scope scope(Set<String> rules, Predicate<String> places) {
    return new Baseline.Scope() {
      @Override
      public String place(CheckedPair<Passage> pair) {
        return pair.target().at(0).file();
      }

      @Override
      public boolean covers(String rule, String term, String place) {
        return rules.contains(rule) && places.test(place);
      }
    };
  }

  private static LocatedFinding finding(String rule, String file, int line, String text) {
    return new LocatedFinding(
        new Finding(rule, Severity.ERROR, Finding.Spans.NONE, "wrong", List.of(), ""),
        pair(file, line, text));
  }

  private static CheckedPair<Passage> pair(String file, int line, String text) {
    return CheckedPair.at(
        new Passage("", "", Lang.ZH_CN, Lang.EN_US, text, text), new Location(file, line, 1));
  }

  private static LocatedFinding number(String file, int line, String text) {
    return finding("number-mismatch", file, line, text);
  }

  private static Baseline known(LocatedFinding... findings) {
    return Baseline.read(Baseline.NONE.updated(List.of(findings), EVERYWHERE).lines(), "b");
  }

  @Test
  void findingsAreKnownByTheirTextsAndNotByTheirPlace() {
    Baseline baseline = known(number("a", 1, "1"), finding("omitted", "a", 2, "2"));
    LocatedFinding changed = number("a", 8, "1!");
    LocatedFinding moved = finding("omitted", "b", 7, "2");
    LocatedFinding again = finding("omitted", "b", 9, "2");
    List<LocatedFinding> now = List.of(moved, changed, again);
    assertThat(baseline.without(now)).containsExactly(changed, again);
    Baseline pruned = baseline.pruned(now, EVERYWHERE);
    assertThat(pruned.lines()).hasSize(2).anyMatch(line -> line.endsWith("\t1\tb\twrong"));
    assertThat(baseline.pruned(now, scope(Set.of("omitted"), place -> true)).size()).isEqualTo(2);
  }

  @Test
  void aFindingThatOccursLessOftenIsKnownLessOftenAfterwards() {
    LocatedFinding once = number("a", 3, "1");
    List<LocatedFinding> thrice = List.of(number("a", 1, "1"), number("a", 2, "1"), once);
    Baseline baseline = Baseline.NONE.updated(thrice, EVERYWHERE);
    assertThat(baseline.size()).isEqualTo(3);
    Baseline pruned = baseline.pruned(List.of(once), EVERYWHERE);
    assertThat(pruned.lines()).isEqualTo(known(once).lines());
    assertThat(pruned.without(thrice)).hasSize(2);
    assertThat(pruned.pruned(thrice, EVERYWHERE).size()).isEqualTo(1);
    assertThat(baseline.pruned(List.of(once), in(place -> false)).size()).isEqualTo(3);
  }

  @Test
  void entriesOfPlacesThatWereNotCheckedStay() {
    Baseline baseline = known(number("a", 1, "1"), number("b", 1, "1"), number("b", 2, "2"));
    Baseline.Scope a = in("a"::equals);
    assertThat(baseline.pruned(List.of(), a).size()).isEqualTo(2);
    LocatedFinding next = number("a", 1, "3");
    assertThat(baseline.updated(List.of(next), a).lines())
        .isEqualTo(known(next, number("b", 1, "1"), number("b", 2, "2")).lines());
    LocatedFinding same = number("a", 1, "1");
    assertThat(baseline.updated(List.of(same), a).lines()).isEqualTo(baseline.lines());
  }

  @Test
  void aComparisonIsOutOfDateOnlyIfAllThatItComparesWasChecked() {
    LocatedFinding compared =
        new LocatedFinding(
            finding("term-inconsistent", "a", 1, "1").finding(),
            pair("a", 1, "1"),
            List.of(pair("c", 1, "2")));
    Baseline baseline = known(compared);
    assertThat(baseline.lines().get(1)).endsWith("\t1\ta\tc\twrong");
    assertThat(baseline.pruned(List.of(), in("a"::equals)).size()).isEqualTo(1);
    assertThat(baseline.pruned(List.of(), in(Set.of("a", "c")::contains)).size()).isZero();
    Baseline more = known(compared, number("b", 1, "1"));
    assertThat(more.pruned(List.of(), in(Set.of("a", "c")::contains)).size()).isEqualTo(2);
    assertThat(more.pruned(List.of(), EVERYWHERE).size()).isZero();
  }

  @Test
  void aFileThatIsNotABaselineIsRefusedWithItsLine() {
    assertRefused(() -> Baseline.read(List.of(), "b"));
    assertRefused(() -> Baseline.read(List.of("# ballast baseline 1", "x\ty"), "b"))
        .hasMessage("\"b\", line 2: not a line of a baseline");
    assertRefused(
        () -> Baseline.read(List.of("# ballast baseline 1", "r\tt\tabc\t0\tm"), "b"), "line 2");
  }
}
