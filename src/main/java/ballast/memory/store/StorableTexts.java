package ballast.memory.store;

import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import ballast.memory.TextKey;
import java.util.Optional;

/** Rejects texts that an engine would change or could not store. */
public final class StorableTexts {

  private StorableTexts() {}

  /**
   * @throws InputException if a text of the revision cannot be stored
   */
  public static void require(Revision.New revision) {
    for (Unit unit : revision.units()) {
      require(unit.source(), revision, unit);
      require(unit.target(), revision, unit);
      for (InlineCode code : unit.codes()) {
        require(code.element() + code.attributes() + code.content(), revision, unit);
      }
    }
    for (PinnedBead pin : revision.pins()) {
      require(pin.source().text() + ' ' + pin.target().text(), revision, "a bead that was set in");
    }
  }

  private static void require(String text, Revision.New revision, Unit unit) {
    require(text, revision, "bead " + unit.provenance().position() + " of");
  }

  private static void require(String text, Revision.New revision, String what) {
    Optional<String> unstorable = TextKey.unstorable(text);
    if (unstorable.isPresent()) {
      throw refused(what, revision, unstorable.get());
    }
  }

  private static InputException refused(String what, Revision.New revision, String why) {
    return new InputException(
        "cannot store %s \"%s\": its text holds %s".formatted(what, revision.document(), why),
        "correct the character in the file, or save the file as UTF-8 again");
  }
}
