package ballast.memory;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Selects the units of a memory that meet every condition.
 *
 * @param uids unit ids; empty means any
 * @param documents names of documents; empty means all, and the units without a document
 * @param statuses empty means any
 * @param except ids of units that are not selected
 */
public record UnitFilter(
    Set<String> uids,
    Set<String> documents,
    Languages languages,
    Set<Unit.Status> statuses,
    UnitConditions conditions,
    Presence presence,
    Set<String> except) {

  public static final UnitFilter CURRENT =
      new UnitFilter(
          Set.of(),
          Set.of(),
          Languages.ANY,
          Set.of(),
          UnitConditions.NONE,
          new Presence(/* retired= */ false, /* deleted= */ false),
          Set.of());

  /** The units that may be offered to a translator: neither retired nor deleted nor rejected. */
  public static final UnitFilter OFFERED =
      CURRENT.withStatuses(Set.of(Unit.Status.DRAFT, Unit.Status.APPROVED));

  /**
   * @param source languages that contain the source text's language; empty means any
   * @param target languages that contain the target text's language; empty means any
   * @param orWider whether to accept a language that contains a wanted one: the script of a text in
   *     {@code zh} is not known and may be {@code zh-Hans}
   */
  public record Languages(Set<Lang> source, Set<Lang> target, boolean orWider) {

    private static final Languages ANY = new Languages(Set.of(), Set.of(), /* orWider= */ false);

    public Languages {
      source = Set.copyOf(source);
      target = Set.copyOf(target);
    }

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
   * Selects units that the memory keeps only for its history.
   *
   * @param retired whether retired units are selected, too
   * @param deleted true selects only deleted units, false only units that are not deleted
   */
  public record Presence(boolean retired, boolean deleted) {}

  public UnitFilter {
    uids = Set.copyOf(uids);
    documents = Set.copyOf(documents);
    statuses = Set.copyOf(statuses);
    except = Set.copyOf(except);
  }

  public UnitFilter named(Set<String> ids) {
    return new UnitFilter(ids, documents, languages, statuses, conditions, presence, except);
  }

  public UnitFilter inDocuments(Set<String> names) {
    return new UnitFilter(uids, names, languages, statuses, conditions, presence, except);
  }

  public UnitFilter between(Set<Lang> sources, Set<Lang> targets) {
    return between(new Languages(sources, targets, /* orWider= */ false));
  }

  /** Restricts this filter to languages for lookup: units of a wider language are found, too. */
  public UnitFilter betweenOrWider(Set<Lang> sources, Set<Lang> targets) {
    return between(new Languages(sources, targets, /* orWider= */ true));
  }

  private UnitFilter between(Languages wanted) {
    return new UnitFilter(uids, documents, wanted, statuses, conditions, presence, except);
  }

  public UnitFilter withStatuses(Set<Unit.Status> wanted) {
    return new UnitFilter(uids, documents, languages, wanted, conditions, presence, except);
  }

  public UnitFilter where(UnitConditions wanted) {
    return new UnitFilter(uids, documents, languages, statuses, wanted, presence, except);
  }

  public UnitFilter without(Set<String> ids) {
    return new UnitFilter(uids, documents, languages, statuses, conditions, presence, ids);
  }

  public UnitFilter withRetired() {
    Presence wanted = new Presence(/* retired= */ true, presence.deleted());
    return new UnitFilter(uids, documents, languages, statuses, conditions, wanted, except);
  }

  public UnitFilter onlyDeleted() {
    Presence wanted = new Presence(presence.retired(), /* deleted= */ true);
    return new UnitFilter(uids, documents, languages, statuses, conditions, wanted, except);
  }

  /** The empty name means no document. */
  public boolean admitsDocument(String name) {
    return documents.isEmpty() || documents.contains(name);
  }

  /** Returns whether a unit is selected, not considering whether it is retired or deleted. */
  public boolean admits(Unit unit) {
    return admitsDocument(unit.provenance().document())
        && (uids.isEmpty() || uids.contains(unit.id()))
        && !except.contains(unit.id())
        && (statuses.isEmpty() || statuses.contains(unit.provenance().status()))
        && languages.admit(unit)
        && conditions.admit(unit);
  }

  /**
   * Conditions on a unit's text and origin; a unit must meet all of them.
   *
   * @param minConfidence compared in hundredths; 0 admits all
   * @param maxConfidence compared in hundredths; 1 admits all
   * @param changedSince earliest time of the last change of texts or status; {@link Instant#MIN}
   *     admits all
   * @param authors authors of the last change; empty means any
   * @param text a text to be contained, ignoring white space, width and case; empty means any
   * @param sides the texts that may contain it; empty means either
   */
  public record UnitConditions(
      double minConfidence,
      double maxConfidence,
      Instant changedSince,
      Set<String> authors,
      String text,
      Set<Side> sides) {

    private static final double HUNDRED = 100;

    public static final UnitConditions NONE =
        new UnitConditions(0, 1, Instant.MIN, Set.of(), "", Set.of());

    public UnitConditions {
      authors = Set.copyOf(authors);
      sides = Set.copyOf(sides);
      text = fold(text);
      requireShare(minConfidence);
      requireShare(maxConfidence);
    }

    boolean admit(Unit unit) {
      Provenance provenance = unit.provenance();
      int confidence = hundredths(provenance.confidence());
      return confidence >= hundredths(minConfidence)
          && confidence <= hundredths(maxConfidence)
          && !provenance.changed().isBefore(changedSince)
          && (authors.isEmpty() || authors.contains(provenance.author()))
          && (text.isEmpty()
              || contains(Side.SOURCE, unit.source())
              || contains(Side.TARGET, unit.target()));
    }

    public static int hundredths(double confidence) {
      return (int) Math.round(confidence * HUNDRED);
    }

    private boolean contains(Side side, String unitText) {
      return (sides.isEmpty() || sides.contains(side)) && fold(unitText).contains(text);
    }

    private static String fold(String text) {
      return TextKey.of(text).toLowerCase(Locale.ROOT);
    }

    private static void requireShare(double confidence) {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
      }
    }
  }
}
