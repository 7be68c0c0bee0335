package ballast.workflow.revise;

import ballast.revise.ChangedBy;
import ballast.revise.EditRate;
import ballast.revise.ThreeWayChange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Three versions as they are shown.
 *
 * @param draft name and language of the draft
 * @param first of the first review
 * @param second of the second review
 * @param sourceLanguage tag of the language of the sources
 * @param apart whether both reviewed the draft; else the second reviewed what the first had made
 * @param passages all of them, in order
 * @param all whether those that nobody changed are listed too
 */
public record ThreeView(
    RevisionView.Name draft,
    RevisionView.Name first,
    RevisionView.Name second,
    String sourceLanguage,
    boolean apart,
    List<ThreeWayChange> passages,
    boolean all) {

  public ThreeView {
    passages = List.copyOf(passages);
  }

  /** The passages that are listed. */
  public List<ThreeWayChange> shown() {
    return passages.stream().filter(p -> all || p.part() != ChangedBy.NOBODY || p.moved()).toList();
  }

  /** Whether anybody changed anything. */
  public boolean hasChanges() {
    return passages.stream().anyMatch(p -> p.part() != ChangedBy.NOBODY || p.moved());
  }

  /** How many passages each part has, all parts. */
  public Map<ChangedBy, Integer> counts() {
    Map<ChangedBy, Integer> counts = new EnumMap<>(ChangedBy.class);
    for (ChangedBy part : ChangedBy.values()) {
      counts.put(part, 0);
    }
    passages.forEach(passage -> counts.merge(passage.part(), 1, Integer::sum));
    return counts;
  }

  /** How much the first reviewer changed in all. */
  public EditRate firstRate() {
    return passages.stream().map(p -> p.first().rate()).reduce(EditRate.NONE, EditRate::plus);
  }

  /** How much the second reviewer changed in all. */
  public EditRate secondRate() {
    return passages.stream().map(p -> p.second().rate()).reduce(EditRate.NONE, EditRate::plus);
  }

  /** What happened, with the reviewers' names. */
  public String inWords(ChangedBy part) {
    return switch (part) {
      case NOBODY -> "unchanged";
      case FIRST -> "changed by " + first.name();
      case SECOND -> "changed by " + second.name();
      case ALIKE -> "changed by both alike";
      case APART -> "changed by both, differently";
      case UNDONE -> second.name() + " undid " + first.name();
      case FURTHER -> second.name() + " changed what " + first.name() + " wrote";
    };
  }
}
