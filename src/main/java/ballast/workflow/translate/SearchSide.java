package ballast.workflow.translate;

import ballast.bitext.Side;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which texts of the units a command looks. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
public enum SearchSide {
  SOURCE(EnumSet.of(Side.SOURCE)),
  TARGET(EnumSet.of(Side.TARGET)),
  BOTH(EnumSet.allOf(Side.class));

  private final Set<Side> sides;

  SearchSide(Set<Side> sides) {
    this.sides = Collections.unmodifiableSet(sides);
  }

  /** One side, or both where {@code side} is null. */
  public static SearchSide of(@Nullable Side side) {
    if (side == null) {
      return BOTH;
    }
    return side == Side.SOURCE ? SOURCE : TARGET;
  }

  /** The sides to search, the source first. */
  public Set<Side> sides() {
    return sides;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
