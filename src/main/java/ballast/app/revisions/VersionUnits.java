package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.UnitList;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.format.file.FileStart.AnyText;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads the units of a file or a memory provided by git, under any name and of any size.
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
   * @param reading the languages; only files may have others
   */
  public record Request(VersionFile file, VersionReading reading) {

    /** Reads a file by its own name, with the default languages. */
    public static Request of(String name) {
      return new Request(VersionFile.of(name), VersionReading.DEFAULT);
    }
  }

  /**
   * Passes on the units, one at a time.
   *
   * @return the problems of units in the file, in sentences
   * @throws InputException if the extension is unknown, the file is broken, or none of its units is
   *     in the wanted languages
   */
  public List<String> forEach(Request request, Consumer<Unit> to) {
    return forEach(request, to, (lang, text) -> {});
  }

  /**
   * Does the same as {@link #forEach(Request, Consumer)}, and also passes on unpaired texts.
   *
   * @param others receives the language code and the text of each, in file order
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
    if (!UnitFormat.extension(name).equals("db")) {
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
   * A file with unreadable units.
   *
   * @param reason without the name of the file, because git names each copy differently
   * @param text its content; empty if it is not text
   * @param isText whether it appears to be text
   * @param bytes its unpacked size
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
   * Returns the content of a file with unreadable units.
   *
   * @param reason why they are unreadable
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
