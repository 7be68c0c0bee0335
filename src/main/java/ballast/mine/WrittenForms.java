package ballast.mine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How texts write one phrase: it is counted in simplified characters, but shown as a text has it.
 */
final class WrittenForms {

  private final Map<String, Integer> counts = new HashMap<>(2);

  void add(String form) {
    counts.merge(form, 1, Integer::sum);
  }

  /** The commonest form, of equally common ones the first by code; empty if none was added. */
  Optional<String> commonest() {
    return counts.entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }
}
