package ballast.app.units;

import ballast.app.Notices;
import ballast.app.ReadingProgress;
import ballast.app.Workplace;
import ballast.app.units.UnitProblems.NotingProblems;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.format.unit.PairOptions;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.UnitFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads the units of one file and reports unreadable ones. */
public final class UnitList extends NotingProblems {

  private final Workplace workplace;
  private final Notices notices;
  private final PairOptions pairs;
  private Consumer<Unit> sink = unit -> {};
  private BiConsumer<String, String> unpaired = (lang, text) -> {};
  private ReadingProgress progress = new ReadingProgress(Notices.NONE, "reading", "unit", 0);
  private int count;

  public UnitList(Workplace workplace, Notices notices, PairOptions pairs) {
    this.workplace = workplace;
    this.notices = notices;
    this.pairs = pairs;
  }

  /**
   * Passes on the units one at a time, and reports their number and the problems.
   *
   * @param name of the file as the user gave it
   * @throws InputException if the file is broken, or has units but none in the wanted languages
   */
  public void read(String name, String file, Consumer<Unit> to) {
    readAs(name, file, to);
    notices.say(name + ": " + CountedNoun.of(count, "unit"));
    problems()
        .sentences(notices.wantsDetails())
        .forEach(problem -> notices.say("  " + name + ": " + problem));
  }

  /**
   * Does the same as {@link #readAs(String, String, Consumer)}, and also passes on texts that are
   * in no pair.
   *
   * @param others receives the language code and the text of each, in file order
   */
  public void readAll(
      String name, String file, Consumer<Unit> to, BiConsumer<String, String> others) {
    unpaired = others;
    readAs(name, file, to);
  }

  @Override
  public void leftOut(RawUnit unit, List<Variant> texts) {
    super.leftOut(unit, texts);
    texts.forEach(text -> unpaired.accept(text.lang(), text.text()));
  }

  @Override
  public void refused(RawUnit unit, boolean isPair, String reason) {
    super.refused(unit, isPair, reason);
    unit.variants().forEach(text -> unpaired.accept(text.lang(), text.text()));
  }

  /** Does the same as {@link #read}, without messages. */
  public void readAs(String name, String file, Consumer<Unit> to) {
    sink = to;
    Path path = workplace.resolve(file);
    long size = path.toFile().length();
    // Work on the units follows, so the time for reading is not the time left.
    progress = new ReadingProgress(notices, "reading", "unit", 0);
    progress.start(name, size);
    UnitFile.read(path, name, pairs, this, progress);
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
    progress.unit();
    sink.accept(pair.unit());
  }
}
