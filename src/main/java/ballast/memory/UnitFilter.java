package ballast.memory;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import java.util.Set;

/**
 * Selects the units of a memory that meet every condition.
 *
 * @param uids unit ids; empty means any
 * @param documents names of documents; empty means all, and the units without a document
 * @param languages of the texts
 * @param statuses statuses; empty means any
 * @param conditions on confidence, date, author and text
 * @param presence whether retired or deleted units are selected
 */
public record UnitFilter(
    Set<String> uids,
    Set<String> documents,
    Languages languages,
    Set<Status> statuses,
    UnitConditions conditions,
    Presence presence) {

  /** All units that are neither retired nor deleted. */
  public static final UnitFilter CURRENT =
      new UnitFilter(
          Set.of(),
          Set.of(),
          Languages.ANY,
          Set.of(),
          UnitConditions.NONE,
          new Presence(/* retired= */ false, /* deleted= */ false));

  /** The units that may be offered to a translator: neither retired nor deleted nor rejected. */
  public static final UnitFilter OFFERED =
      CURRENT.withStatuses(Set.of(Status.DRAFT, Status.APPROVED));

  /**
   * The languages of a unit's texts.
   *
   * @param source languages that contain the source text's; empty means any
   * @param target languages that contain the target text's; empty means any
   * @param orWider whether a language that contains a wanted one will do, too: the script of a text
   *     in {@code zh} is not known, it may be {@code zh-Hans}
   */
  public record Languages(Set<Lang> source, Set<Lang> target, boolean orWider) {

    private static final Languages ANY = new Languages(Set.of(), Set.of(), /* orWider= */ false);

    public Languages {
      source = Set.copyOf(source);
      target = Set.copyOf(target);
    }

    /** The languages of the text on one side; empty means any. */
    public Set<Lang> of(Side side) {
      return side == Side.SOURCE ? source : target;
    }

    private boolean admit(Unit unit) {
      return contains(source, unit.sourceLang()) && contains(target, unit.targetLang());
    }

    private boolean contains(Set<Lang> langs, Lang lang) {
      return langs.isEmpty()
          || langs.stream()
              .anyMatch(wanted -> wanted.contains(lang) || (orWider && lang.contains(wanted)));
    }
  }

  /**
   * Which units are selected that the memory keeps only for its history.
   *
   * @param retired whether retired units are selected too
   * @param deleted true selects only deleted units, false only units that are not deleted
   */
  public record Presence(boolean retired, boolean deleted) {}

  public UnitFilter {
    uids = Set.copyOf(uids);
    documents = Set.copyOf(documents);
    statuses = Set.copyOf(statuses);
  }

  /** This filter, for these units only. */
  public UnitFilter named(Set<String> ids) {
    return new UnitFilter(ids, documents, languages, statuses, conditions, presence);
  }

  /** This filter, for these documents only. */
  public UnitFilter inDocuments(Set<String> names) {
    return new UnitFilter(uids, names, languages, statuses, conditions, presence);
  }

  /** This filter, for units from and to these languages only. */
  public UnitFilter between(Set<Lang> sources, Set<Lang> targets) {
    return between(new Languages(sources, targets, /* orWider= */ false));
  }

  /** The same for looking texts up: units whose language may be a wanted one are found, too. */
  public UnitFilter betweenOrWider(Set<Lang> sources, Set<Lang> targets) {
    return between(new Languages(sources, targets, /* orWider= */ true));
  }

  private UnitFilter between(Languages wanted) {
    return new UnitFilter(uids, documents, wanted, statuses, conditions, presence);
  }

  /** This filter, for these statuses only. */
  public UnitFilter withStatuses(Set<Status> wanted) {
    return new UnitFilter(uids, documents, languages, wanted, conditions, presence);
  }

  /** This filter with other conditions. */
  public UnitFilter where(UnitConditions wanted) {
    return new UnitFilter(uids, documents, languages, statuses, wanted, presence);
  }

  /** This filter, with retired units too. */
  public UnitFilter withRetired() {
    Presence wanted = new Presence(/* retired= */ true, presence.deleted());
    return new UnitFilter(uids, documents, languages, statuses, conditions, wanted);
  }

  /** This filter, for deleted units only. */
  public UnitFilter onlyDeleted() {
    Presence wanted = new Presence(presence.retired(), /* deleted= */ true);
    return new UnitFilter(uids, documents, languages, statuses, conditions, wanted);
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
        && languages.admit(unit)
        && conditions.admit(unit);
  }
}
