package ballast.workflow.revise;

import ballast.revise.Change;
import ballast.revise.ChangedBy;
import ballast.revise.EditRate;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisionReport;
import ballast.revise.RevisionSummary;
import ballast.revise.SameUnits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one reviewer, or two, changed in a text.
 *
 * @param versions what the versions are called: the old one, then what each reviewer made of it
 * @param sourceLanguage tag of the language of the sources
 * @param apart whether two reviewers both had the old version; else the second had what the first
 *     had made
 * @param passages all of them, in order, also unchanged ones
 * @param same units that stayed and are not among the passages
 * @param shown the passages that are to be listed, in order
 */
public record ComparedVersions(
    List<Name> versions,
    String sourceLanguage,
    boolean apart,
    List<RevisedPassage> passages,
    SameUnits same,
    List<RevisedPassage> shown) {

  /**
   * One version.
   *
   * @param name file or revision
   * @param language its tag
   */
  public record Name(String name, String language) {
    public boolean isChinese() {
      return language.startsWith("zh");
    }
  }

  public ComparedVersions {
    versions = List.copyOf(versions);
    passages = List.copyOf(passages);
    shown = List.copyOf(shown);
  }

  /** Two versions, of which the filter takes what is shown. */
  public static ComparedVersions of(
      Name old, Name revised, String sourceLanguage, RevisionReport report, ChangeFilter filter) {
    List<RevisedPassage> passages = report.changes().stream().map(RevisedPassage::of).toList();
    return new ComparedVersions(
        List.of(old, revised),
        sourceLanguage,
        /* apart= */ false,
        passages,
        report.same(),
        passages.stream().filter(filter::takes).toList());
  }

  /** The same, listing of what is listed only some. */
  public ComparedVersions showing(Predicate<RevisedPassage> wanted) {
    return new ComparedVersions(
        versions, sourceLanguage, apart, passages, same, shown.stream().filter(wanted).toList());
  }

  /** The same versions by other names, as many as there are versions. */
  public ComparedVersions called(List<String> names) {
    List<Name> called = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      called.add(new Name(names.get(i), versions.get(i).language()));
    }
    return new ComparedVersions(called, sourceLanguage, apart, passages, same, shown);
  }

  public Name old() {
    return versions.get(0);
  }

  /** The last version. */
  public Name revised() {
    return versions.get(versions.size() - 1);
  }

  /** What each reviewer made of the old version: one version, or two. */
  public List<Name> reviews() {
    return versions.subList(1, versions.size());
  }

  /** Whether there are two reviewers. */
  public boolean hasTwoReviews() {
    return versions.size() > 2;
  }

  /** The changes of one reviewer that are listed. */
  public List<Change> shownOf(int reviewer) {
    return shown.stream().map(passage -> passage.changes().get(reviewer)).toList();
  }

  /** The totals of one reviewer, listed or not. */
  public RevisionSummary summary(int reviewer) {
    return new RevisionReport(changes(reviewer), same).summary();
  }

  private List<Change> changes(int reviewer) {
    return passages.stream().map(passage -> passage.changes().get(reviewer)).toList();
  }

  /** How much one reviewer changed in all. */
  public EditRate rate(int reviewer) {
    return changes(reviewer).stream().map(Change::rate).reduce(same.size(), EditRate::plus);
  }

  /** How many passages there are, also units that stayed and are not listed. */
  public int size() {
    return passages.size() + same.count();
  }

  /** How many passages did not stay as they were. */
  public int changed() {
    return (int) passages.stream().filter(passage -> !passage.isUnchanged()).count();
  }

  /** Whether anyone changed anything. */
  public boolean hasChanges() {
    return !passages.stream().allMatch(RevisedPassage::isUnchanged);
  }

  /** How many passages were changed by whom; also those who changed none. */
  public Map<ChangedBy, Integer> counts() {
    Map<ChangedBy, Integer> counts = new EnumMap<>(ChangedBy.class);
    for (ChangedBy by : ChangedBy.values()) {
      counts.put(by, 0);
    }
    counts.merge(ChangedBy.NOBODY, same.count(), Integer::sum);
    passages.forEach(passage -> counts.merge(passage.by(), 1, Integer::sum));
    return counts;
  }

  /** What happened, with the reviewers' names. */
  public String inWords(ChangedBy by) {
    String first = versions.get(1).name();
    String second = revised().name();
    return switch (by) {
      case NOBODY -> "unchanged";
      case FIRST -> "changed by " + first;
      case SECOND -> "changed by " + second;
      case ALIKE -> "changed by both alike";
      case APART -> "changed by both, differently";
      case UNDONE -> second + " undid " + first;
      case FURTHER -> second + " changed what " + first + " wrote";
    };
  }
}
