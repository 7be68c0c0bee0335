package ballast.workflow.translate;

import ballast.bitext.Side;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** In which texts of the units a command looks. */
public enum SearchSide {
  SOURCE,
  TARGET,
  BOTH;

  /** The sides that are meant, the source first. */
  public Set<Side> sides() {
    return switch (this) {
      case SOURCE -> EnumSet.of(Side.SOURCE);
      case TARGET -> EnumSet.of(Side.TARGET);
      case BOTH -> EnumSet.of(Side.SOURCE, Side.TARGET);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
