package ballast.memory;

import ballast.memory.Penalty.Kind;

/**
 * How many points each kind of penalty takes off a score; 0 means none.
 *
 * @param doubtfulAlignment for {@link Kind#DOUBTFUL_ALIGNMENT}
 * @param severalTranslations for {@link Kind#SEVERAL_TRANSLATIONS}
 * @param width for {@link Kind#WIDTH}
 * @param letterCase for {@link Kind#CASE}
 * @param script for {@link Kind#SCRIPT}
 */
public record Penalties(
    int doubtfulAlignment, int severalTranslations, int width, int letterCase, int script) {

  /** The defaults of other translation memory tools. */
  public static final Penalties DEFAULT = new Penalties(5, 1, 1, 1, 2);

  /** No penalties: the score is the similarity. */
  public static final Penalties NONE = new Penalties(0, 0, 0, 0, 0);

  private static final int MAX_POINTS = 50;

  public Penalties {
    for (int points :
        new int[] {doubtfulAlignment, severalTranslations, width, letterCase, script}) {
      if (points < 0 || points > MAX_POINTS) {
        throw new IllegalArgumentException("a penalty of " + points + " points");
      }
    }
  }

  /** The points of a kind. */
  public int points(Kind kind) {
    return switch (kind) {
      case DOUBTFUL_ALIGNMENT -> doubtfulAlignment;
      case SEVERAL_TRANSLATIONS -> severalTranslations;
      case WIDTH -> width;
      case CASE -> letterCase;
      case SCRIPT -> script;
    };
  }
}
