package ballast.revise;

import ballast.bitext.CountedNoun;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a reader of many changes should look at first, the most serious first. */
public enum FirstLook {
  /** The translation does not follow its source. */
  STALE("stale translation", "stale translations"),
  /** A problem with a term of the glossary that was not there before. */
  TERM("sentence with a new term problem", "sentences with a new term problem"),
  /** A number that is only in one of the versions. */
  NUMBER("sentence with a changed number", "sentences with a changed number"),
  /** Little of the old wording is left. */
  REWRITTEN("sentence largely rewritten", "sentences largely rewritten");

  private final String one;
  private final String several;

  FirstLook(String one, String several) {
    this.one = one;
    this.several = several;
  }

  /** {@code 2 stale translations}. */
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
   * The changes to look at, in their order. A change may have several reasons; a reason without
   * changes is absent, and a single change needs no order.
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
