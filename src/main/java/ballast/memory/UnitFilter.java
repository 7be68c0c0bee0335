package ballast.memory;

import ballast.bitext.Lang;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import java.util.Set;

/**
 * Which units of a memory are meant.
 *
 * @param documents names of documents; empty means all, and the units without a document
 * @param sourceLangs languages that contain the source text's; empty means any
 * @param targetLangs languages that contain the target text's; empty means any
 * @param statuses statuses; empty means any
 * @param retired whether retired units are meant too
 */
public record UnitFilter(
    Set<String> documents,
    Set<Lang> sourceLangs,
    Set<Lang> targetLangs,
    Set<Status> statuses,
    boolean retired) {

  /** All units that are not retired. */
  public static final UnitFilter CURRENT =
      new UnitFilter(Set.of(), Set.of(), Set.of(), Set.of(), false);

  /** The units that may be offered to a translator: neither retired nor rejected. */
  public static final UnitFilter OFFERED =
      CURRENT.withStatuses(Set.of(Status.DRAFT, Status.APPROVED));

  public UnitFilter {
    documents = Set.copyOf(documents);
    sourceLangs = Set.copyOf(sourceLangs);
    targetLangs = Set.copyOf(targetLangs);
    statuses = Set.copyOf(statuses);
  }

  /** This filter, for these documents only. */
  public UnitFilter inDocuments(Set<String> names) {
    return new UnitFilter(names, sourceLangs, targetLangs, statuses, retired);
  }

  /** This filter, for these statuses only. */
  public UnitFilter withStatuses(Set<Status> wanted) {
    return new UnitFilter(documents, sourceLangs, targetLangs, wanted, retired);
  }

  /** This filter, with retired units too. */
  public UnitFilter withRetired() {
    return new UnitFilter(documents, sourceLangs, targetLangs, statuses, true);
  }

  /** Whether units of that document are meant; the empty name stands for no document. */
  boolean admitsDocument(String name) {
    return documents.isEmpty() || documents.contains(name);
  }

  /** Whether a unit is meant, its being retired apart. */
  boolean admits(Unit unit) {
    return admitsDocument(unit.provenance().document())
        && (statuses.isEmpty() || statuses.contains(unit.provenance().status()))
        && contains(sourceLangs, unit.sourceLang())
        && contains(targetLangs, unit.targetLang());
  }

  private static boolean contains(Set<Lang> langs, Lang lang) {
    return langs.isEmpty() || langs.stream().anyMatch(wanted -> wanted.contains(lang));
  }
}
