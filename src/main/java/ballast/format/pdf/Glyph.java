package ballast.format.pdf;

/**
 * A character as it is printed.
 *
 * @param text one or, for a ligature, several characters; blank for a space
 */
record Glyph(String text, Box box, Face face) {}
