package ballast.memory.store;

import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.LooseText;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import ballast.memory.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds texts that an engine would change or could not store. */
public final class StorableTexts {

  private StorableTexts() {}

  /**
   * @throws InputException if a text of the revision cannot be stored
   */
  public static void require(Revision.New revision) {
    for (Unit unit : revision.units()) {
      require("bead " + unit.provenance().position() + " of", revision, unstorable(unit, ""));
    }
    for (LooseText text : revision.beads().texts()) {
      require("bead " + text.bead() + " of", revision, TextKey.unstorable(text.text()));
    }
    for (PinnedBead pin : revision.pins()) {
      String texts = pin.source().text() + ' ' + pin.target().text();
      require("a bead that was set in", revision, TextKey.unstorable(texts));
    }
  }

  private static void require(String what, Revision.New revision, Optional<String> unstorable) {
    if (unstorable.isPresent()) {
      throw new InputException(
          "cannot store %s \"%s\": its text holds %s"
              .formatted(what, revision.document(), unstorable.get()),
          "correct the character in the file, or save the file as UTF-8 again");
    }
  }

  /** Describes a character of a unit or note that cannot be stored; empty if there is none. */
  public static Optional<String> unstorable(Unit unit, String note) {
    StringBuilder texts = new StringBuilder(note);
    List<String> fields = new ArrayList<>(List.of(unit.source(), unit.target()));
    for (InlineCode code : unit.codes()) {
      fields.addAll(List.of(code.element(), code.attributes(), code.content()));
    }
    fields.add(unit.extras().context().before());
    fields.add(unit.extras().context().after());
    for (Property property : unit.extras().properties()) {
      fields.addAll(List.of(property.name(), property.value()));
    }
    // The mark keeps halves of two fields from making a whole character.
    fields.forEach(field -> texts.append('|').append(field));
    return TextKey.unstorable(texts.toString());
  }
}
