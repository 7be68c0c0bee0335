package ballast.format.unit;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.format.file.XmlOutput;
import ballast.format.unit.XliffEntry.Note;
import ballast.format.unit.XliffEntry.XliffProposal;
import java.io.IOException;
import java.util.List;

/** The elements and attributes of one version of XLIFF, each element on its own line. */
abstract class XliffForm {

  private static final String NOBODY = "Ballast";

  final XmlOutput xml;

  final Lang source;

  final Lang target;

  XliffForm(XmlOutput xml, Lang source, Lang target) {
    this.xml = xml;
    this.source = source;
    this.target = target;
  }

  abstract void root() throws IOException;

  /** Starts the document of a 1-based number; {@code sha256} is empty if unknown. */
  abstract void startFile(int number, String original, String sha256) throws IOException;

  abstract void endFile() throws IOException;

  abstract void startGroup(String id, BlockType type) throws IOException;

  abstract void endGroup() throws IOException;

  abstract void unit(String id, XliffEntry entry) throws IOException;

  /** Returns the name of a type of block without spaces, which XML forbids here. */
  static String name(BlockType type) {
    return type.label().replace(' ', '-');
  }

  /** Writes remarks for the translator, with their authors in {@code attribute}. */
  void notes(int depth, List<Note> notes, String attribute) throws IOException {
    for (Note note : notes) {
      xml.start(depth, "note");
      if (!note.author().isEmpty()) {
        xml.attribute(attribute, note.author());
      }
      xml.text(note.text());
      xml.end();
    }
  }

  void origin(XliffProposal proposal) throws IOException {
    xml.attribute("origin", proposal.origin().isEmpty() ? NOBODY : proposal.origin());
  }

  void texts(int depth, XliffProposal proposal) throws IOException {
    xml.element(depth, "source", proposal.source());
    xml.element(depth, "target", proposal.target());
  }
}
