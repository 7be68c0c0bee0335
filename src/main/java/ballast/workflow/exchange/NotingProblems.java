package ballast.workflow.exchange;

import ballast.bitext.Lang;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.UnitEvents;
import java.util.List;

/** Collects the problems of the units in a file. */
abstract class NotingProblems implements UnitEvents {

  private final UnitProblems problems = new UnitProblems();

  /** The units left out or corrected. */
  public UnitProblems problems() {
    return problems;
  }

  @Override
  public void refused(RawUnit unit, boolean isPair, String reason) {
    problems.refused(unit.line(), reason);
  }

  @Override
  public void leftOut(RawUnit unit, List<Variant> texts) {
    problems.leftOut(unit, texts);
  }

  @Override
  public void mapped(String code, Lang lang) {
    // Ignored: a language code that was mapped is not a problem.
  }

  @Override
  public void corrected(int line, String what) {
    problems.corrected(line, what);
  }
}
