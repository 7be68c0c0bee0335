package ballast.likeness.index;

/**
 * The slots of a part that are of a length to match a query.
 *
 * @param bound of the query
 * @param from the first slot of the window
 * @param to one past the last; above {@code from}
 */
record Window(IndexPart part, Bound bound, int from, int to) {

  /** Takes the slots of one length. */
  @FunctionalInterface
  interface LengthAction {
    /**
     * Takes slots.
     *
     * @param start the first one
     * @param end one past the last
     * @param shared what each must share, see {@link Bound#shared}
     */
    void accept(int start, int end, int shared);
  }

  /** Gives the slots by their length, from the shortest on. */
  void forEachLength(LengthAction action) {
    for (int i = part.lengthOf(from); i < part.lengths() && part.start(i) < to; i++) {
      action.accept(part.start(i), part.end(i), bound.shared(part.length(i)));
    }
  }
}
