package ballast.app.revisions;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.format.unit.TmxParts;
import ballast.format.unit.TmxParts.TmxPart;
import ballast.revise.UnitMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Merges two versions of a TMX file unit by unit. Units keep their exact text. A unit changed
 * differently in both versions is kept twice, each marked with a property {@code x-conflict}.
 *
 * <pre>{@code
 * Files.copy(folder.resolve("units.tmx"), folder.resolve("theirs.tmx"));
 * TmxMerge.Result merged =
 *     new TmxMerge(Workplace.in(folder))
 *         .merge("units.tmx", "units.tmx", "theirs.tmx", "units.tmx");
 * System.out.println(merged.units() + " units, " + merged.conflicts() + " in conflict");
 * }</pre>
 */
public record TmxMerge(Workplace workplace) {

  /** Type of the property that marks the units of a conflict. */
  public static final String MARK = "x-conflict";

  /**
   * @param conflicts number of units changed differently
   */
  public record Result(int units, int conflicts) {}

  /**
   * Merges, and writes the result over {@code ours}.
   *
   * @param base the common ancestor; an empty file if both are new
   * @param name the file's name in messages
   * @throws InputException if a file cannot be read or is not a TMX file
   */
  public Result merge(String base, String ours, String theirs, String name) {
    List<TmxPart> was =
        parts(base, name + " (base)").units().stream().map(TmxPart::withoutText).toList();
    TmxParts ourParts = parts(ours, name + " (ours)");
    TmxParts theirParts = parts(theirs, name + " (theirs)");
    UnitMerge<TmxPart> merge =
        UnitMerge.of(was, ourParts.units(), theirParts.units(), TmxPart::key, TmxPart::content);
    List<String> units = merge.units().stream().map(TmxMerge::text).toList();
    // A file without units gives no position for new ones.
    write(
        workplace.resolve(ours), (ourParts.units().isEmpty() ? theirParts : ourParts).with(units));
    return new Result(units.size(), merge.conflicts());
  }

  private static String text(UnitMerge.Taken<TmxPart> taken) {
    return taken.side().isEmpty() ? taken.unit().text() : taken.unit().marked(MARK, taken.side());
  }

  private TmxParts parts(String file, String shown) {
    try {
      // The base of a file that both sides added is empty.
      return TmxParts.of(Files.readAllBytes(workplace.resolve(file)), shown);
    } catch (IOException e) {
      throw new InputException("cannot read \"" + file + "\": " + e.getMessage(), "", e);
    }
  }

  private static void write(Path target, byte[] bytes) {
    try (OutputFile file = OutputFile.create(target, true)) {
      file.stream().write(bytes);
      file.finish();
      file.publish();
    } catch (IOException e) {
      throw OutputFile.cannotWrite(target, e);
    }
  }
}
