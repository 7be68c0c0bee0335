package ballast.revise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitMergeTest {

  /** Units are separated by spaces; a unit is known by the text before its equals sign. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # base | ours | theirs | merged | conflicts
          # A change on one side is taken.
          一=one 二=two | 一=One 二=two | 一=one 二=Two | 一=One 二=Two | 0
          # The same change on both sides is no conflict, different ones are kept and marked.
          一=one | 一=One | 一=One | 一=One | 0
          一=one | 一=One | 一=ONE | 一=One(ours) 一=ONE(theirs) | 1
          # Additions of both sides stay.
          一=one | 零=zero 一=one | 一=one 二=two | 零=zero 一=one 二=two | 0
          # A unit deleted on one side is removed; if the other changed it, that is a conflict.
          一=one 二=two | 一=one | 一=one 二=two | 一=one | 0
          一=one | '' | 一=ONE | 一=ONE(theirs) | 1
          # Repeated units are kept apart.
          一=a 一=b | 一=a 一=c | 一=a 一=b | 一=a 一=c | 0
          """)
  void changesOfBothSidesAreMerged(
      String base, String ours, String theirs, String merged, int conflicts) {
    UnitMerge<String> merge =
        UnitMerge.of(
            units(base),
            units(ours),
            units(theirs),
            unit -> unit.split("=", -1)[0],
            unit -> unit.split("=", -1)[1]);
    assertThat(merge.units().stream().map(UnitMergeTest::shown).toList()).isEqualTo(units(merged));
    assertThat(merge.conflicts()).isEqualTo(conflicts);
  }

  private static List<String> units(String texts) {
    return texts.isEmpty() ? List.of() : List.of(texts.split(" "));
  }

  private static String shown(UnitMerge.Taken<String> taken) {
    return taken.unit() + (taken.side().isEmpty() ? "" : "(" + taken.side() + ")");
  }
}
