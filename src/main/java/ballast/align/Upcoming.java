package ballast.align;

/**
 * For each type its first occurrence from a position on. Cheap to move forward, as when a text is
 * read from beginning to end. Not thread-safe.
 */
final class Upcoming {

  private final Tokens tokens;
  private final int[] first;
  private int position;

  Upcoming(Tokens tokens) {
    this.tokens = tokens;
    this.first = new int[tokens.types()];
    begin();
  }

  private void begin() {
    for (int type = 0; type < first.length; type++) {
      first[type] = tokens.place(tokens.placeStart(type));
    }
    position = 0;
  }

  /** Goes to a position, from which on occurrences are looked for. */
  void moveTo(int newPosition) {
    if (newPosition < position) {
      begin();
    }
    for (; position < newPosition; position++) {
      first[tokens.at(position)] = tokens.following(position);
    }
  }

  /** The first occurrence of a type; the number of all tokens when there is none. */
  int first(int type) {
    return first[type];
  }
}
