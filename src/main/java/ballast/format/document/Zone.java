package ballast.format.document;

/** The parts of a document in the order in which they are aligned: translators move the others. */
enum Zone {
  /** Running text, with its tables. */
  BODY,
  /** Footnotes and endnotes, in the order of their marks; speaker notes. */
  NOTE,
  /** Text in frames, which float. */
  BOX,
  /** Headers and footers. */
  MARGIN,
  /** Comments and the like: not part of the text. */
  LEFT_OUT
}
