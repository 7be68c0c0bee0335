package ballast.format.markup;

/** Which characters of a text the format would read as markup at the place of a block. */
enum TextRules {
  /** Markdown at the beginning of a line. */
  PARAGRAPH("<br>"),
  /** Markdown inside a line, for example in a heading. */
  LINE("<br>"),
  /** A cell of a table in Markdown. */
  CELL("<br>"),
  /** Text between HTML tags. */
  HTML("<br>"),
  /** Text of a page. */
  PAGE(" "),
  /** A line of plain text. */
  PLAIN(" "),
  /** A caption of SubRip subtitles, which have no escapes. */
  SRT("\n"),
  /** A caption of WebVTT subtitles. */
  VTT("\n"),
  /** A string in a gettext catalogue. */
  PO("\\n"),
  /** Text of a page of which the file does not show where it stands. */
  NOWHERE("\n"),
  /** Code: nothing else is written there. */
  NEVER("\n");

  private final String lineBreak;

  TextRules(String lineBreak) {
    this.lineBreak = lineBreak;
  }

  /** How a line break is written where the file does not show another way. */
  String lineBreak() {
    return lineBreak;
  }
}
