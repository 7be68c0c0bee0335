package ballast.format.unit;

import ballast.bitext.Property;
import ballast.bitext.Status;
import java.util.Optional;

/** Knows which units of an XLIFF file nobody but a person may change. */
final class ProtectedUnit {

  /** Set where an element or one around it says {@code translate="no"}. */
  static final Property NOT_TRANSLATED = Property.ofUnit("x-xliff-translate", "no");

  /** Set where a translation tool has locked the unit. */
  static final Property LOCKED = Property.ofUnit("x-xliff-locked", "yes");

  private ProtectedUnit() {}

  /** Why a pair of an XLIFF file is left as it is, in words; empty if it may be changed. */
  static Optional<String> reason(FoundPair pair) {
    if (pair.raw().properties().contains(LOCKED)) {
      return Optional.of("it is locked in the file");
    }
    if (pair.raw().properties().contains(NOT_TRANSLATED)) {
      return Optional.of("the file says that it is not to be translated");
    }
    return pair.judged() && pair.unit().provenance().status() == Status.APPROVED
        ? Optional.of("it is approved in the file")
        : Optional.empty();
  }
}
