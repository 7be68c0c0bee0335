package ballast.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that were not applied to a pair.
 *
 * @param place the pair
 * @param rules ids of the rules, in their order; never empty
 * @param reason why, in half a line
 * @param mistake the failure of a rule, which is a bug in Ballast; null if the pair is too long
 */
public record Unchecked(
    CheckedPair<Passage> place, List<String> rules, String reason, @Nullable Throwable mistake) {

  public Unchecked {
    rules = List.copyOf(rules);
  }

  /** One line for a person: the place, the rules and the reason. */
  public String message() {
    return place.target().at(0) + ": not checked by " + String.join(", ", rules) + ": " + reason;
  }
}
