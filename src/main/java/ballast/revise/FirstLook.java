package ballast.revise;

import ballast.bitext.CountedNoun;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reasons to look at a change first, the most serious first. */
public enum FirstLook {
  STALE("stale translation", "stale translations"),
  TERM("sentence with a new term problem", "sentences with a new term problem"),
  NUMBER("sentence with a changed number", "sentences with a changed number"),
  REWRITTEN("sentence largely rewritten", "sentences largely rewritten");

  private final String one;
  private final String several;

  FirstLook(String one, String several) {
    this.one = one;
    this.several = several;
  }

  /** Returns, for example, {@code 2 stale translations}. */
  public String inWords(int count) {
    return CountedNoun.of(count, one, several);
  }

  private boolean takes(Change change) {
    return switch (this) {
      case STALE -> change.kind() == Change.Kind.STALE;
      case TERM -> change.has(TermEffect.Kind.INTRODUCED);
      case NUMBER -> change.has(Edit.Kind.NUMBER);
      case REWRITTEN -> change.isRewritten();
    };
  }

  /**
   * Groups the changes to look at by reason, in order. A change may have several reasons. Reasons
   * without changes are absent, and a single change needs no order.
   */
  public static Map<FirstLook, List<Change>> among(List<Change> changes) {
    Map<FirstLook, List<Change>> first = new EnumMap<>(FirstLook.class);
    if (changes.stream().filter(change -> change.kind().isChange()).count() < 2) {
      return first;
    }
    for (FirstLook look : values()) {
      List<Change> some = changes.stream().filter(look::takes).toList();
      if (!some.isEmpty()) {
        first.put(look, some);
      }
    }
    return first;
  }
}
