package ballast.revise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UnitMergeTest {

  private static List<String> units(String... texts) {
    return List.of(texts);
  }

  /** A unit is known by what stands before its equals sign. */
  private static UnitMerge<String> merge(
      List<String> base, List<String> ours, List<String> theirs) {
    return UnitMerge.of(
        base, ours, theirs, unit -> unit.split("=", -1)[0], unit -> unit.split("=", -1)[1]);
  }

  private static List<String> texts(UnitMerge<String> merge) {
    return merge.units().stream().map(UnitMerge.Taken::unit).toList();
  }

  @Test
  void aChangeOnOneSideIsTaken() {
    UnitMerge<String> merge =
        merge(units("一=one", "二=two"), units("一=One", "二=two"), units("一=one", "二=Two"));
    assertThat(texts(merge)).containsExactly("一=One", "二=Two");
    assertThat(merge.conflicts()).isZero();
  }

  @Test
  void theSameChangeOnBothSidesIsNotAConflict() {
    UnitMerge<String> merge = merge(units("一=one"), units("一=One"), units("一=One"));
    assertThat(texts(merge)).containsExactly("一=One");
    assertThat(merge.conflicts()).isZero();
  }

  @Test
  void differentChangesOnBothSidesAreKeptAndMarked() {
    UnitMerge<String> merge = merge(units("一=one"), units("一=One"), units("一=ONE"));
    assertThat(texts(merge)).containsExactly("一=One", "一=ONE");
    assertThat(merge.conflicts()).isEqualTo(1);
    assertThat(merge.units()).extracting(UnitMerge.Taken::side).containsExactly("ours", "theirs");
  }

  @Test
  void additionsOfBothSidesStay() {
    UnitMerge<String> merge =
        merge(units("一=one"), units("零=zero", "一=one"), units("一=one", "二=two"));
    assertThat(texts(merge)).containsExactly("零=zero", "一=one", "二=two");
  }

  @Test
  void aUnitDeletedOnOneSideIsRemoved() {
    UnitMerge<String> merge =
        merge(units("一=one", "二=two"), units("一=one"), units("一=one", "二=two"));
    assertThat(texts(merge)).containsExactly("一=one");
  }

  @Test
  void aUnitDeletedOnOneSideAndChangedOnTheOtherIsAConflict() {
    UnitMerge<String> merge = merge(units("一=one"), units(), units("一=ONE"));
    assertThat(texts(merge)).containsExactly("一=ONE");
    assertThat(merge.conflicts()).isEqualTo(1);
  }

  @Test
  void repeatedUnitsAreKeptApart() {
    UnitMerge<String> merge = merge(units("一=a", "一=b"), units("一=a", "一=c"), units("一=a", "一=b"));
    assertThat(texts(merge)).containsExactly("一=a", "一=c");
  }
}
