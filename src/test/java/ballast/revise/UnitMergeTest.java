package ballast.revise;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Provenance;
import ballast.bitext.Unit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UnitMergeTest {

  private static List<Unit> units(String... texts) {
    return Stream.of(texts)
        .map(
            text ->
                new Unit(
                    "",
                    Lang.ZH_CN,
                    Lang.EN_US,
                    text.split("=", -1)[0],
                    text.split("=", -1)[1],
                    Provenance.aligned("", 0, "", Instant.EPOCH, 1),
                    List.of()))
        .toList();
  }

  private static List<String> texts(UnitMerge merge) {
    return merge.units().stream().map(unit -> unit.source() + "=" + unit.target()).toList();
  }

  @Test
  void whatOneSideChangedIsTaken() {
    UnitMerge merge =
        UnitMerge.of(units("一=one", "二=two"), units("一=One", "二=two"), units("一=one", "二=Two"));
    assertThat(texts(merge)).containsExactly("一=One", "二=Two");
    assertThat(merge.conflicts()).isZero();
  }

  @Test
  void whatBothChangedAlikeIsNoConflict() {
    UnitMerge merge = UnitMerge.of(units("一=one"), units("一=One"), units("一=One"));
    assertThat(texts(merge)).containsExactly("一=One");
    assertThat(merge.conflicts()).isZero();
  }

  @Test
  void whatBothChangedInTwoWaysStaysTwiceAndMarked() {
    UnitMerge merge = UnitMerge.of(units("一=one"), units("一=One"), units("一=ONE"));
    assertThat(texts(merge)).containsExactly("一=One", "一=ONE");
    assertThat(merge.conflicts()).isEqualTo(1);
    assertThat(merge.units())
        .allMatch(u -> u.extras().properties().get(0).name().equals(UnitMerge.MARK));
  }

  @Test
  void additionsOfBothSidesStay() {
    UnitMerge merge =
        UnitMerge.of(units("一=one"), units("零=zero", "一=one"), units("一=one", "二=two"));
    assertThat(texts(merge)).containsExactly("零=zero", "一=one", "二=two");
  }

  @Test
  void whatOneSideDeletedAndTheOtherLeftAloneGoes() {
    UnitMerge merge =
        UnitMerge.of(units("一=one", "二=two"), units("一=one"), units("一=one", "二=two"));
    assertThat(texts(merge)).containsExactly("一=one");
  }

  @Test
  void whatOneSideDeletedAndTheOtherChangedIsAConflict() {
    UnitMerge merge = UnitMerge.of(units("一=one"), units(), units("一=ONE"));
    assertThat(texts(merge)).containsExactly("一=ONE");
    assertThat(merge.conflicts()).isEqualTo(1);
  }

  @Test
  void repeatedUnitsAreKeptApart() {
    UnitMerge merge = UnitMerge.of(units("一=a", "一=b"), units("一=a", "一=c"), units("一=a", "一=b"));
    assertThat(texts(merge)).containsExactly("一=a", "一=c");
  }
}
