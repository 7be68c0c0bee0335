package ballast.workflow.check;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.Passage;
import ballast.format.unit.FoundPair;
import ballast.format.unit.RawUnit;
import ballast.format.unit.UnitEvents;
import ballast.workflow.Notices;
import ballast.workflow.ReadingProgress;
import java.util.function.Consumer;

/** Passes on the pairs of a file of units, and reports the units that cannot be checked. */
final class CheckedUnits implements UnitEvents {

  private static final int MAX_SHOWN = 10;

  private final String file;
  private final Notices notices;
  private final ReadingProgress progress;
  private final Consumer<CheckedPair<Passage>> action;
  private int problems;

  /**
   * @param file as the user gave it
   */
  CheckedUnits(
      String file,
      Notices notices,
      ReadingProgress progress,
      Consumer<CheckedPair<Passage>> action) {
    this.file = file;
    this.notices = notices;
    this.progress = progress;
    this.action = action;
  }

  @Override
  public void pair(FoundPair pair) {
    action.accept(
        CheckedPair.at(Passage.of(pair.unit()), new Location(file, pair.raw().line(), 1)));
    progress.unit();
  }

  @Override
  public void refused(RawUnit unit, boolean isPair, String reason) {
    add(unit.line(), "not checked: " + reason);
  }

  @Override
  public void mapped(String code, Lang lang) {
    // The language codes of the file are ignored.
  }

  @Override
  public void corrected(int line, String what) {
    add(line, "checked as corrected: " + what);
  }

  @Override
  public void misdated(int line, String what) {
    // The texts are checked all the same.
  }

  private void add(int line, String what) {
    problems++;
    if (notices.wantsDetails() || problems <= MAX_SHOWN) {
      notices.say(file + ":" + line + ": " + what);
    }
  }

  /** Reports how many problems were not shown. */
  void sayRest() {
    if (problems > MAX_SHOWN && !notices.wantsDetails()) {
      notices.say(file + ": " + (problems - MAX_SHOWN) + " more; -v names them");
    }
  }
}
