package ballast.memory;

import ballast.bitext.Lang;
import java.time.Instant;

/**
 * @param lastChange time of the last revision or change of a unit's status, UTC, whole seconds
 */
public record DocumentSummary(
    String name, Lang sourceLang, Lang targetLang, int revisions, int units, Instant lastChange) {}
