package ballast.format.markup;

/** How a format writes a character so that it is not read as markup. */
interface Escaping {

  /**
   * A character in its text.
   *
   * @param text the whole text
   * @param index of the character
   * @param lineStart whether it begins a line of the file
   * @param edge whether a code, or the end of the text, is beside it
   */
  record Place(String text, int index, boolean lineStart, boolean edge) {

    char c() {
      return text.charAt(index);
    }

    /** The character before; a space at the beginning. */
    char before() {
      return index == 0 ? ' ' : text.charAt(index - 1);
    }

    /** The character behind; a space at the end. */
    char after() {
      return index + 1 < text.length() ? text.charAt(index + 1) : ' ';
    }

    boolean startsTag() {
      char next = after();
      return edge || Character.isLetterOrDigit(next) || "/!?".indexOf(next) >= 0;
    }

    boolean startsEntity() {
      return Entities.at(text, index) != null;
    }
  }

  /** The character as it is written. */
  String written(Place place);
}
