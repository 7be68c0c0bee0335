package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.UnitList;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.format.file.FileStart.AnyText;
import ballast.format.unit.UnitFile;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads the units of a file or of a memory that git provides, under any name and of any size.
 *
 * <pre>{@code
 * VersionUnits units = new VersionUnits(Workplace.in(folder), Notices.NONE);
 * units.forEach(
 *     VersionUnits.Request.of("tm/memory.db"),
 *     unit -> System.out.println(unit.source() + " = " + unit.target()));
 * }</pre>
 */
public final class VersionUnits {

  private final Workplace workplace;
  private final Notices notices;

  public VersionUnits(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * A request for the units of a file.
   *
   * @param file its name ends in .tmx, .tsv, .xlf or .db
   * @param reading which languages; only files may have others
   */
  public record Request(VersionFile file, VersionReading reading) {

    /** A file by its own name, with the usual languages. */
    public static Request of(String name) {
      return new Request(VersionFile.of(name), VersionReading.DEFAULT);
    }
  }

  /**
   * Hands over the units, one at a time.
   *
   * @return the problems of units in the file, in sentences
   * @throws InputException if the extension is unknown, the file is broken, or none of its units is
   *     in the wanted languages
   */
  public List<String> forEach(Request request, Consumer<Unit> to) {
    return forEach(request, to, (lang, text) -> {});
  }

  /**
   * As {@link #forEach(Request, Consumer)}, also handing over the texts that are in no pair.
   *
   * @param others gets the language code and the text of each, in the order of the file
   */
  public List<String> forEach(
      Request request, Consumer<Unit> to, BiConsumer<String, String> others) {
    String name = request.file().name();
    String file = request.file().file();
    if (UnitFile.isOne(name)) {
      UnitList units = new UnitList(workplace, notices, request.reading().pairs());
      units.readAll(name, file, to, others);
      return units.problems().sentences(notices.wantsDetails());
    }
    if (!UnitFile.extension(name).equals("db")) {
      throw new InputException(
          "cannot read units from \"" + name + "\": its extension belongs to no format of units",
          "give a file that ends in .tmx, .tsv, .xlf or .db");
    }
    try (Memory memory = Memories.at(workplace.resolve(file)).openForReading()) {
      memory.forEachUnit(UnitFilter.OFFERED, to);
    }
    return List.of();
  }

  /**
   * A file whose units cannot be read.
   *
   * @param reason why; without the name of the file, which git gives its copies anew every time
   * @param text what is in it; empty if it is not text
   * @param isText whether it is, as far as one can see
   * @param bytes its size, unpacked
   */
  public record Raw(String reason, String text, boolean isText, long bytes) {}

  private String unnamed(Request request, String message) {
    String file = request.file().file();
    String unnamed = message;
    for (String name : List.of(request.file().name(), file, workplace.resolve(file).toString())) {
      unnamed = unnamed.replace('"' + name + '"', "this file");
    }
    return unnamed;
  }

  /**
   * The file as it is, for one whose units cannot be read.
   *
   * @param reason why they cannot
   * @throws InputException {@code reason}, if the file cannot be read at all
   */
  public Raw raw(Request request, InputException reason) {
    try {
      AnyText text = AnyText.of(workplace.resolve(request.file().file()));
      return new Raw(
          unnamed(request, String.valueOf(reason.getMessage())),
          text.text(),
          text.isText(),
          text.bytes());
    } catch (IOException unreadable) {
      throw reason;
    }
  }
}
