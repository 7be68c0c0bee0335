package ballast.memory.store;

import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.NewRevision;
import ballast.memory.PinnedBead;
import ballast.memory.TextKey;

/** Refuses texts that SQLite would change. */
public final class StorableTexts {

  private StorableTexts() {}

  /** Half a surrogate pair has no UTF-8: SQLite would get a question mark in its place. */
  public static void require(NewRevision revision) {
    for (Unit unit : revision.units()) {
      require(unit.source(), revision, unit);
      require(unit.target(), revision, unit);
      for (InlineCode code : unit.codes()) {
        require(code.element() + code.attributes() + code.content(), revision, unit);
      }
    }
    for (PinnedBead pin : revision.pins()) {
      if (!TextKey.isWellFormed(pin.source().text() + ' ' + pin.target().text())) {
        throw refused("a bead that was set in", revision);
      }
    }
  }

  private static void require(String text, NewRevision revision, Unit unit) {
    if (!TextKey.isWellFormed(text)) {
      throw refused("bead " + unit.provenance().position() + " of", revision);
    }
  }

  private static InputException refused(String what, NewRevision revision) {
    return new InputException(
        "cannot store %s \"%s\": its text holds half a character (an unpaired surrogate)"
            .formatted(what, revision.document()),
        "correct the character in the file, or save the file as UTF-8 again");
  }
}
