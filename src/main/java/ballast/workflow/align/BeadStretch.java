package ballast.workflow.align;

import ballast.bitext.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where the two sides of a bead stand in the {@linkplain PlainText plain texts} of an article.
 *
 * @param source null for an empty side
 * @param target null for an empty side
 */
record BeadStretch(@Nullable Span source, @Nullable Span target) {

  boolean isEmpty() {
    return source == null && target == null;
  }

  /** Whether the two have a character in common. */
  boolean overlaps(BeadStretch other) {
    return overlap(source, other.source) || overlap(target, other.target);
  }

  private static boolean overlap(@Nullable Span one, @Nullable Span other) {
    return one != null && other != null && one.start() < other.end() && other.start() < one.end();
  }
}
