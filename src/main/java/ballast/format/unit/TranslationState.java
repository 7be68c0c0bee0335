package ballast.format.unit;

import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.format.unit.UnitEvents.FoundPair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Maps the states and origins of translation tools to a {@link Unit.Status}. */
public final class TranslationState {

  /** States of XLIFF 1.2 and 2.x, Trados and memoQ for a translation approved by a person. */
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

  private static final Set<String> CONFIRMED =
      Set.of("Translated", "translated", "ManuallyConfirmed", "ConfirmedTranslator");

  /** XLIFF states of a target that has not been edited yet. */
  private static final Set<String> UNTOUCHED = Set.of("new", "initial", "needs-translation");

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

  /** Low enough for a person to check the pair; see {@code Provenance.isDoubtful}. */
  private static final String UNSURE = "0.40";

  /** Set if an element or one around it has {@code translate="no"}. */
  static final Property NOT_TRANSLATED = Property.ofUnit("x-xliff-translate", "no");

  /** Set if a translation tool has locked the unit. */
  static final Property LOCKED = Property.ofUnit("x-xliff-locked", "yes");

  private TranslationState() {}

  static Optional<Unit.Status> status(String state) {
    if (APPROVED.contains(state)) {
      return Optional.of(Unit.Status.APPROVED);
    }
    return REJECTED.contains(state) ? Optional.of(Unit.Status.REJECTED) : Optional.empty();
  }

  static boolean isConfirmed(String state) {
    return CONFIRMED.contains(state) || APPROVED.contains(state);
  }

  /** Whether a unit of XLIFF is in a state before any work on its target. */
  public static boolean isUntouched(List<Property> said) {
    return said.stream()
        .anyMatch(one -> one.name().equals("x-xliff-state") && UNTOUCHED.contains(one.value()));
  }

  /** Whether the file says that a unit is not to be translated. */
  public static boolean isNotTranslated(List<Property> said) {
    return said.contains(NOT_TRANSLATED);
  }

  static boolean isMachine(String origin) {
    return MACHINE.contains(origin.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the properties of an unconfirmed translation by a machine or of another text: a draft
   * regardless of the status that the user gives for the file, and doubtful.
   *
   * @param percent similarity of the matched text; empty if unknown
   * @return empty if there is no reason for doubt
   */
  static List<Property> unconfirmed(String origin, String percent) {
    boolean fuzzy = percent.matches("\\d{1,2}");
    return isMachine(origin) || fuzzy
        ? List.of(
            Property.ofUnit("x-status", Unit.Status.DRAFT.label()),
            Property.ofUnit("x-confidence", UNSURE))
        : List.of();
  }

  /** Returns why a pair of an XLIFF file must not be changed; empty if it may be changed. */
  static Optional<String> protection(FoundPair pair) {
    if (pair.raw().properties().contains(LOCKED)) {
      return Optional.of("it is locked in the file");
    }
    if (isNotTranslated(pair.raw().properties())) {
      return Optional.of("the file says that it is not to be translated");
    }
    return pair.judged() && pair.unit().provenance().status() == Unit.Status.APPROVED
        ? Optional.of("it is approved in the file")
        : Optional.empty();
  }
}
