package ballast.workflow.exchange;

import ballast.bitext.Lang;
import ballast.format.unit.RawUnit;
import ballast.format.unit.UnitEvents;

/** Notes what is wrong with units of a file, for those who take its pairs. */
abstract class NotingProblems implements UnitEvents {

  private final UnitProblems problems = new UnitProblems();

  /** What was left out or corrected. */
  public UnitProblems problems() {
    return problems;
  }

  @Override
  public void refused(RawUnit unit, boolean isPair, String reason) {
    problems.refused(unit.line(), reason);
  }

  @Override
  public void mapped(String code, Lang lang) {
    // It is in that language whatever the file calls it.
  }

  @Override
  public void corrected(int line, String what) {
    problems.corrected(line, what);
  }
}
