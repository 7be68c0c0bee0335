package ballast.workflow.revise;

import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.RevisionInfo;
import ballast.revise.TextVersion;
import ballast.revise.UnitVersions;
import ballast.revise.VersionSentence;
import ballast.workflow.revise.ComparedVersions.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A text that is to follow the latest revision of a document. */
final class NextText {

  private final VersionReader reader;

  NextText(VersionReader reader) {
    this.reader = reader;
  }

  /**
   * Both versions.
   *
   * @throws InputException if there is no such document, or the text is in another language
   */
  VersionReader.Versions after(Memory memory, String document, VersionFile file) {
    List<RevisionInfo> revisions = memory.revisions(document);
    int last = revisions.get(revisions.size() - 1).number();
    List<Unit> units = memory.unitsAt(document, last);
    Lang from = units.isEmpty() ? Lang.ZH_CN : units.get(0).sourceLang();
    Lang to = units.isEmpty() ? Lang.EN_US : units.get(0).targetLang();
    TextVersion text = reader.text(file);
    String name = file.name();
    if (!to.language().equals(text.lang().language())) {
      throw new InputException(
          "\"" + name + "\" is in " + text.lang() + ", the translations of the document in " + to,
          "give a new version of the translation");
    }
    return new VersionReader.Versions(
        new Name(document + " revision " + last, to.tag()),
        new Name(name, text.lang().tag()),
        new UnitVersions(new TextVersion(to, translations(units), true), text, List.of()),
        from);
  }

  private static List<VersionSentence> translations(List<Unit> units) {
    List<VersionSentence> sentences = new ArrayList<>();
    for (Unit unit : units) {
      if (!unit.target().isEmpty()) {
        sentences.add(
            new VersionSentence(
                unit.target(), sentences.size(), BlockType.PARAGRAPH, Set.of(), /* line= */ 0));
      }
    }
    return sentences;
  }
}
