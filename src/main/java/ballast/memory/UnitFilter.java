package ballast.memory;

import ballast.bitext.Lang;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import java.util.Set;

/**
 * Selects the units of a memory that meet every condition.
 *
 * @param uids unit ids; empty means any
 * @param documents names of documents; empty means all, and the units without a document
 * @param sourceLangs languages that contain the source text's; empty means any
 * @param targetLangs languages that contain the target text's; empty means any
 * @param statuses statuses; empty means any
 * @param conditions on confidence, date, author and text
 * @param retired whether retired units are selected too
 * @param deleted true selects only deleted units, false only units that are not deleted
 */
public record UnitFilter(
    Set<String> uids,
    Set<String> documents,
    Set<Lang> sourceLangs,
    Set<Lang> targetLangs,
    Set<Status> statuses,
    UnitConditions conditions,
    boolean retired,
    boolean deleted) {

  /** All units that are neither retired nor deleted. */
  public static final UnitFilter CURRENT =
      new UnitFilter(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          UnitConditions.NONE,
          /* retired= */ false,
          /* deleted= */ false);

  /** The units that may be offered to a translator: neither retired nor deleted nor rejected. */
  public static final UnitFilter OFFERED =
      CURRENT.withStatuses(Set.of(Status.DRAFT, Status.APPROVED));

  public UnitFilter {
    uids = Set.copyOf(uids);
    documents = Set.copyOf(documents);
    sourceLangs = Set.copyOf(sourceLangs);
    targetLangs = Set.copyOf(targetLangs);
    statuses = Set.copyOf(statuses);
  }

  /** This filter, for these units only. */
  public UnitFilter named(Set<String> ids) {
    return new UnitFilter(
        ids, documents, sourceLangs, targetLangs, statuses, conditions, retired, deleted);
  }

  /** This filter, for these documents only. */
  public UnitFilter inDocuments(Set<String> names) {
    return new UnitFilter(
        uids, names, sourceLangs, targetLangs, statuses, conditions, retired, deleted);
  }

  /** This filter, for units from and to these languages only. */
  public UnitFilter between(Set<Lang> sources, Set<Lang> targets) {
    return new UnitFilter(
        uids, documents, sources, targets, statuses, conditions, retired, deleted);
  }

  /** This filter, for these statuses only. */
  public UnitFilter withStatuses(Set<Status> wanted) {
    return new UnitFilter(
        uids, documents, sourceLangs, targetLangs, wanted, conditions, retired, deleted);
  }

  /** This filter with other conditions. */
  public UnitFilter where(UnitConditions wanted) {
    return new UnitFilter(
        uids, documents, sourceLangs, targetLangs, statuses, wanted, retired, deleted);
  }

  /** This filter, with retired units too. */
  public UnitFilter withRetired() {
    return new UnitFilter(
        uids, documents, sourceLangs, targetLangs, statuses, conditions, true, deleted);
  }

  /** This filter, for deleted units only. */
  public UnitFilter onlyDeleted() {
    return new UnitFilter(
        uids, documents, sourceLangs, targetLangs, statuses, conditions, retired, true);
  }

  /** Whether units of a document are selected; the empty name stands for no document. */
  public boolean admitsDocument(String name) {
    return documents.isEmpty() || documents.contains(name);
  }

  /** Whether a unit is selected; whether it is retired or deleted is not examined. */
  public boolean admits(Unit unit) {
    return admitsDocument(unit.provenance().document())
        && (uids.isEmpty() || uids.contains(unit.id()))
        && (statuses.isEmpty() || statuses.contains(unit.provenance().status()))
        && contains(sourceLangs, unit.sourceLang())
        && contains(targetLangs, unit.targetLang())
        && conditions.admit(unit);
  }

  private static boolean contains(Set<Lang> langs, Lang lang) {
    return langs.isEmpty() || langs.stream().anyMatch(wanted -> wanted.contains(lang));
  }
}
