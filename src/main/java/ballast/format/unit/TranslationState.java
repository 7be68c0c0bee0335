package ballast.format.unit;

import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.format.unit.UnitEvents.FoundPair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the words of translation tools for the state and origin of a translation say about its
 * {@link Unit.Status}.
 */
public final class TranslationState {

  /**
   * States of XLIFF 1.2 and 2.x, Trados and memoQ that say that a person has approved the
   * translation.
   */
  private static final Set<String> APPROVED =
      Set.of(
          "final",
          "signed-off",
          "reviewed",
          "ApprovedTranslation",
          "ApprovedSignOff",
          "Proofread",
          "Reviewer1Confirmed");

  private static final Set<String> REJECTED =
      Set.of("RejectedTranslation", "RejectedSignOff", "Rejected");

  /** States that say that a person has made the translation or taken it over as it is. */
  private static final Set<String> CONFIRMED =
      Set.of("Translated", "translated", "ManuallyConfirmed", "ConfirmedTranslator");

  /** States of XLIFF of a target on which nobody has worked yet. */
  private static final Set<String> UNTOUCHED = Set.of("new", "initial", "needs-translation");

  /** Origins that say that no person has made the translation. */
  private static final Set<String> MACHINE =
      Set.of(
          "mt",
          "nmt",
          "amt",
          "machine-trans",
          "leveraged-mt",
          "machinetranslation",
          "adaptivemachinetranslation",
          "automatictranslation",
          "machinetranslated",
          "assembledfromfragments");

  /** Lower than any pair that a person should not look at; see {@code Provenance.isDoubtful}. */
  private static final String UNSURE = "0.40";

  /** Set where an element or one around it says {@code translate="no"}. */
  static final Property NOT_TRANSLATED = Property.ofUnit("x-xliff-translate", "no");

  /** Set where a translation tool has locked the unit. */
  static final Property LOCKED = Property.ofUnit("x-xliff-locked", "yes");

  private TranslationState() {}

  /** The status that a state says; empty if it says that nobody has judged the translation. */
  static Optional<Unit.Status> status(String state) {
    if (APPROVED.contains(state)) {
      return Optional.of(Unit.Status.APPROVED);
    }
    return REJECTED.contains(state) ? Optional.of(Unit.Status.REJECTED) : Optional.empty();
  }

  /** Whether a person stands behind a translation in this state, whatever it was made from. */
  static boolean isConfirmed(String state) {
    return CONFIRMED.contains(state) || APPROVED.contains(state);
  }

  /**
   * Whether a unit of XLIFF is in a state in which nobody has worked on its target.
   *
   * @param said what its file says of it
   */
  public static boolean isUntouched(List<Property> said) {
    return said.stream()
        .anyMatch(one -> one.name().equals("x-xliff-state") && UNTOUCHED.contains(one.value()));
  }

  /** Whether a machine made the translation. */
  static boolean isMachine(String origin) {
    return MACHINE.contains(origin.toLowerCase(Locale.ROOT));
  }

  /**
   * What is said about a translation that nobody has confirmed: a draft whatever the user says of
   * the file, and in doubt, because a machine made it or because it is the translation of another
   * text.
   *
   * @param percent how alike the text of the match is; empty when unknown
   * @return empty if there is nothing against it
   */
  static List<Property> unconfirmed(String origin, String percent) {
    boolean fuzzy = percent.matches("\\d{1,2}");
    return isMachine(origin) || fuzzy
        ? List.of(
            Property.ofUnit("x-status", Unit.Status.DRAFT.label()),
            Property.ofUnit("x-confidence", UNSURE))
        : List.of();
  }

  /** Why a pair of an XLIFF file is left as it is, in words; empty if it may be changed. */
  static Optional<String> protection(FoundPair pair) {
    if (pair.raw().properties().contains(LOCKED)) {
      return Optional.of("it is locked in the file");
    }
    if (pair.raw().properties().contains(NOT_TRANSLATED)) {
      return Optional.of("the file says that it is not to be translated");
    }
    return pair.judged() && pair.unit().provenance().status() == Unit.Status.APPROVED
        ? Optional.of("it is approved in the file")
        : Optional.empty();
  }
}
