package ballast.workflow.exchange;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.cli.option.DiffReading;
import ballast.cli.terminal.Console;
import ballast.format.unit.FoundPair;
import ballast.format.unit.PairOptions;
import ballast.format.unit.UnitFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The units of one file, and what is to be said of those that could not be read. */
public final class UnitList extends NotingProblems {

  private final Console console;
  private final DiffReading options;
  private final List<Unit> units = new ArrayList<>();
  private Consumer<Unit> sink = units::add;
  private @Nullable Unit first;
  private int count;

  public UnitList(Console console, DiffReading options) {
    this.console = console;
    this.options = options;
  }

  /**
   * @throws InputException if the file is broken, or has units and none in the wanted languages
   */
  List<Unit> read(String file) {
    read(file, units::add);
    return units;
  }

  /** As {@link #read(String)}, for files of which not all units can be kept. */
  void read(String file, Consumer<Unit> to) {
    read(file, file, to);
  }

  /** The same of a file that the user knows by another name. */
  public void read(String name, String file, Consumer<Unit> to) {
    readAs(name, file, to);
    options.say(console, name + ": " + count + " units");
    sayProblems(name);
  }

  /** The same, saying neither how many there are nor what was wrong with some. */
  public void readAs(String name, String file, Consumer<Unit> to) {
    sink = to;
    UnitFile.read(console.resolve(file), name, pairs(), this);
    refuseNone(name);
  }

  private PairOptions pairs() {
    return new PairOptions(
        options.sourceLangOr(Lang.ZH_CN),
        options.targetLangOr(Lang.EN_US),
        options.acceptsVariants(),
        Status.DRAFT,
        Instant.EPOCH);
  }

  /** The first unit; empty when there was none. */
  public Optional<Unit> first() {
    return Optional.ofNullable(first);
  }

  private void refuseNone(String file) {
    PairOptions pairs = pairs();
    if (count == 0 && !problems().isEmpty()) {
      throw new InputException(
          "\""
              + file
              + "\" has no pair in "
              + pairs.from()
              + " and "
              + pairs.to()
              + ": "
              + problems().first(),
          "--from and --to name other languages");
    }
  }

  /** Says what was wrong with some. */
  public void sayProblems(String file) {
    problems()
        .sentences(options.common().verbose)
        .forEach(problem -> options.say(console, "  " + file + ": " + problem));
  }

  @Override
  public void pair(FoundPair pair) {
    first = count == 0 ? pair.unit() : first;
    count++;
    sink.accept(pair.unit());
  }
}
