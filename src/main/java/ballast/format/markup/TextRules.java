package ballast.format.markup;

/** Which characters of a text the format would read as markup at the place of a block. */
enum TextRules {
  /** Markdown at the beginning of a line. */
  PARAGRAPH,
  /** Markdown inside a line, for example in a heading. */
  LINE,
  /** A cell of a table in Markdown. */
  CELL,
  /** Text between HTML tags. */
  HTML,
  /** A caption of SubRip subtitles, which have no escapes. */
  SRT,
  /** A caption of WebVTT subtitles. */
  VTT,
  /** A string in a gettext catalogue. */
  PO,
  /** Code: nothing else is written there. */
  NEVER
}
