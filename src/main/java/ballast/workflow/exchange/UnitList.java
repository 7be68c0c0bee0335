package ballast.workflow.exchange;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.format.unit.FoundPair;
import ballast.format.unit.PairOptions;
import ballast.format.unit.UnitFile;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import java.util.function.Consumer;

/** Reads the units of one file, and says what was wrong with those that could not be read. */
public final class UnitList extends NotingProblems {

  private final Workplace workplace;
  private final Notices notices;
  private final PairOptions pairs;
  private Consumer<Unit> sink = unit -> {};
  private int count;

  /**
   * @param pairs which pairs are wanted
   */
  public UnitList(Workplace workplace, Notices notices, PairOptions pairs) {
    this.workplace = workplace;
    this.notices = notices;
    this.pairs = pairs;
  }

  /**
   * Hands over the units, one at a time, and says how many there were and what was wrong with some.
   *
   * @param name what the user calls the file
   * @param file where it is
   * @throws InputException if the file is broken, or has units and none in the wanted languages
   */
  public void read(String name, String file, Consumer<Unit> to) {
    readAs(name, file, to);
    notices.say(name + ": " + count + " units");
    problems()
        .sentences(notices.wantsDetails())
        .forEach(problem -> notices.say("  " + name + ": " + problem));
  }

  /** The same, saying nothing. */
  public void readAs(String name, String file, Consumer<Unit> to) {
    sink = to;
    UnitFile.read(workplace.resolve(file), name, pairs, this);
    if (count == 0 && !problems().isEmpty()) {
      throw new InputException(
          "\""
              + name
              + "\" has no pair in "
              + pairs.from()
              + " and "
              + pairs.to()
              + ": "
              + problems().first(),
          "give other languages with --from and --to");
    }
  }

  @Override
  public void pair(FoundPair pair) {
    count++;
    sink.accept(pair.unit());
  }
}
