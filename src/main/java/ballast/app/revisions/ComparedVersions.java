package ballast.app.revisions;

import ballast.bitext.CountedNoun;
import ballast.bitext.Unit;
import ballast.memory.HistoryEntry;
import ballast.memory.HistoryEntry.Occasion;
import ballast.memory.HistoryEntry.What;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.revise.Change;
import ballast.revise.EditRate;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisedPassage.ChangedBy;
import ballast.revise.RevisionReport;
import ballast.revise.SameSources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changes that one or two reviewers made in a text.
 *
 * @param versions the old version, then that of each reviewer
 * @param sourceLanguage tag of the language of the sources
 * @param apart whether both reviewers had the old version; otherwise the second reviewed the
 *     version of the first
 * @param passages all passages in order, including unchanged ones
 * @param same counts of unchanged units that are not among the passages
 * @param shown the passages to list, in order
 * @param authors authors of the changes; {@link UnitAuthors#NONE} unless the versions are revisions
 */
public record ComparedVersions(
    List<Name> versions,
    String sourceLanguage,
    boolean apart,
    List<RevisedPassage> passages,
    SameSources.Counts same,
    List<RevisedPassage> shown,
    UnitAuthors authors) {

  /**
   * @param name file or revision
   * @param language its tag
   * @param made creation of a revision in a memory; null for a file
   */
  public record Name(String name, String language, @Nullable Made made) {

    public Name(String name, String language) {
      this(name, language, null);
    }

    Name made(Revision info) {
      return new Name(name, language, new Made(info.number(), info.created(), info.run().author()));
    }

    /** Returns for example {@code harbour revision 2, 2026-03-01T09:00:00Z, mei}. */
    String withAuthor() {
      return made == null
          ? name
          : name + ", " + made.at() + (made.author().isEmpty() ? "" : ", " + made.author());
    }

    public boolean isChinese() {
      return language.startsWith("zh");
    }
  }

  /**
   * Creation of a revision.
   *
   * @param at in UTC, whole seconds
   * @param author empty if unknown
   */
  public record Made(int revision, Instant at, String author) {}

  /**
   * Authors of the changes to a document between two of its revisions, from the history of the
   * memory.
   *
   * @param old unit ids of the old revision, in order
   * @param revised unit ids of the new revision, in order
   * @param occasions changes by unit id, the first change first
   */
  public record UnitAuthors(
      List<String> old, List<String> revised, Map<String, List<Occasion>> occasions) {

    public static final UnitAuthors NONE = new UnitAuthors(List.of(), List.of(), Map.of());

    /** History entries that change the texts of a document. */
    private static final Set<What> CHANGES =
        EnumSet.complementOf(
            EnumSet.of(What.JUDGED, What.COMMENTED, What.CONFIRMED, What.UNCONFIRMED, What.SCORED));

    public UnitAuthors {
      old = List.copyOf(old);
      revised = List.copyOf(revised);
      occasions = Map.copyOf(occasions);
    }

    static UnitAuthors of(
        Memory memory, String document, Numbers numbers, List<Unit> old, List<Unit> revised) {
      Map<String, List<Occasion>> occasions = new HashMap<>();
      for (HistoryEntry entry : memory.history(document)) {
        if (CHANGES.contains(entry.what()) && numbers.isBetween(entry.occasion())) {
          occasions.computeIfAbsent(entry.uid(), uid -> new ArrayList<>()).add(entry.occasion());
        }
      }
      return new UnitAuthors(uids(old), uids(revised), occasions);
    }

    record Numbers(int from, int to) {

      boolean isBetween(Occasion occasion) {
        int revision = occasion.revision();
        return revision == 0
            ? Math.min(from, to) <= occasion.latest() && occasion.latest() < Math.max(from, to)
            : Math.min(from, to) < revision && revision <= Math.max(from, to);
      }
    }

    private static List<String> uids(List<Unit> units) {
      return units.stream().map(Unit::id).toList();
    }

    /**
     * Returns when the sentences of a change were changed, each occasion once; empty if unknown.
     */
    public List<Occasion> of(Change change) {
      Set<Occasion> found = new LinkedHashSet<>();
      if (change.kind().isChange()) {
        find(old, change.old(), found);
        find(revised, change.revised(), found);
      }
      return List.copyOf(found);
    }

    private void find(List<String> uids, Change.Side side, Set<Occasion> found) {
      for (int i = 0; i < side.sentences().size() && side.position() + i < uids.size(); i++) {
        found.addAll(occasions.getOrDefault(uids.get(side.position() + i), List.of()));
      }
    }
  }

  public ComparedVersions {
    versions = List.copyOf(versions);
    passages = List.copyOf(passages);
    shown = List.copyOf(shown);
  }

  /** Compares two versions, selecting the listed passages with a filter. */
  public static ComparedVersions of(
      Name old,
      Name revised,
      String sourceLanguage,
      RevisionReport report,
      Predicate<RevisedPassage> filter) {
    List<RevisedPassage> passages = report.changes().stream().map(RevisedPassage::of).toList();
    return new ComparedVersions(
        List.of(old, revised),
        sourceLanguage,
        /* apart= */ false,
        passages,
        report.same(),
        passages.stream().filter(filter).toList(),
        UnitAuthors.NONE);
  }

  ComparedVersions by(UnitAuthors newAuthors) {
    return new ComparedVersions(versions, sourceLanguage, apart, passages, same, shown, newAuthors);
  }

  /** Returns the same comparison with other version names, one per version. */
  public ComparedVersions called(List<String> names) {
    List<Name> called = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      called.add(new Name(names.get(i), versions.get(i).language()));
    }
    return new ComparedVersions(called, sourceLanguage, apart, passages, same, shown, authors);
  }

  public Name old() {
    return versions.get(0);
  }

  public Name revised() {
    return versions.get(versions.size() - 1);
  }

  public List<Name> reviews() {
    return versions.subList(1, versions.size());
  }

  public boolean hasTwoReviews() {
    return versions.size() > 2;
  }

  public List<Change> shownOf(int reviewer) {
    return shown.stream().map(passage -> passage.changes().get(reviewer)).toList();
  }

  /** Returns the totals of one reviewer, listed or not. */
  public RevisionReport.Summary summary(int reviewer) {
    return new RevisionReport(changes(reviewer), same).summary();
  }

  private List<Change> changes(int reviewer) {
    return passages.stream().map(passage -> passage.changes().get(reviewer)).toList();
  }

  public EditRate rate(int reviewer) {
    return changes(reviewer).stream().map(Change::rate).reduce(same.size(), EditRate::plus);
  }

  /** Returns the number of passages, including unlisted unchanged units. */
  public int size() {
    return passages.size() + same.count();
  }

  public int changed() {
    return (int) passages.stream().filter(passage -> !passage.isUnchanged()).count();
  }

  public boolean hasChanges() {
    return !passages.stream().allMatch(RevisedPassage::isUnchanged);
  }

  /** Counts the passages whose sentences were only aligned differently. */
  public int alignedAnew() {
    return (int) passages.stream().filter(RevisedPassage::isAlignedAnew).count();
  }

  /**
   * Reports which text is unchanged in passages that were only aligned differently; empty if there
   * are none.
   */
  public String alignedAnewInWords() {
    int count = alignedAnew();
    if (count == 0) {
      return "";
    }
    boolean sourceChanged = changes(0).stream().anyMatch(Change::isSourceChanged);
    return "%s not changed; %s aligned anew"
        .formatted(
            sourceChanged ? "the translation has" : "the files have",
            CountedNoun.of(count, "passage was", "passages were"));
  }

  /** Returns the number of passages changed by each reviewer or both, including zeros. */
  public Map<ChangedBy, Integer> counts() {
    Map<ChangedBy, Integer> counts = new EnumMap<>(ChangedBy.class);
    for (ChangedBy by : ChangedBy.values()) {
      counts.put(by, 0);
    }
    counts.merge(ChangedBy.NOBODY, same.count(), Integer::sum);
    passages.forEach(passage -> counts.merge(passage.by(), 1, Integer::sum));
    return counts;
  }

  /** Describes in words who changed a passage, with the reviewers' names. */
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

  /**
   * Returns for example {@code changed by li, 2026-03-01T10:00:00Z; revision 3 by mei,
   * 2026-03-01T11:00:00Z}, without the compared revisions themselves. May be empty.
   */
  String authorsOf(Change change) {
    List<Made> heads = versions.stream().map(Name::made).filter(Objects::nonNull).toList();
    return authors.of(change).stream()
        .filter(one -> heads.stream().noneMatch(head -> head.revision() == one.revision()))
        .map(ComparedVersions::inWords)
        .collect(Collectors.joining("; "));
  }

  private static String inWords(Occasion occasion) {
    String what = occasion.revision() == 0 ? "changed" : "revision " + occasion.revision();
    String by = occasion.author().isEmpty() ? "" : " by " + occasion.author();
    return what + by + ", " + occasion.at();
  }
}
