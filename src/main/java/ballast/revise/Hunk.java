package ballast.revise;

/**
 * Tokens {@code aStart} to {@code aEnd} of the old text that were replaced by {@code bStart} to
 * {@code bEnd} of the new one; half open, one of the two may be empty.
 */
record Hunk(int aStart, int aEnd, int bStart, int bEnd) {

  /** One replacement from the beginning of this one to the end of the next. */
  Hunk upTo(Hunk next) {
    return new Hunk(aStart, next.aEnd, bStart, next.bEnd);
  }

  /** This replacement {@code by} tokens further on; only for insertions and deletions. */
  Hunk moved(int by) {
    return new Hunk(aStart + by, aEnd + by, bStart + by, bEnd + by);
  }
}
