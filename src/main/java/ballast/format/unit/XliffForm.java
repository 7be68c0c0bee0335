package ballast.format.unit;

import ballast.bitext.BlockType;
import javax.xml.stream.XMLStreamException;

/** The elements and attributes in which a version of XLIFF says what there is to say. */
interface XliffForm {

  /** Writes the attributes of the root, which has been begun. */
  void root() throws XMLStreamException;

  /**
   * Starts a document.
   *
   * @param number in the file, from 1
   * @param original its name, not empty
   * @param sha256 of its bytes, 64 lower-case hexadecimal digits; empty if it is not known
   */
  void startFile(int number, String original, String sha256) throws XMLStreamException;

  /** Ends the document. */
  void endFile() throws XMLStreamException;

  /**
   * Starts a paragraph.
   *
   * @param id unique in its document
   */
  void startGroup(String id, BlockType type) throws XMLStreamException;

  /** Ends the paragraph. */
  void endGroup() throws XMLStreamException;

  /**
   * Writes a segment.
   *
   * @param id unique in its document
   */
  void unit(String id, XliffEntry entry) throws XMLStreamException;

  /** The name of a type of block where XML allows no space. */
  static String name(BlockType type) {
    return type.label().replace(' ', '-');
  }
}
