package ballast.memory;

import ballast.bitext.Lang;
import java.time.Instant;

/**
 * A document of the memory.
 *
 * @param name portable name
 * @param sourceLang language of its source texts
 * @param targetLang language of its target texts
 * @param revisions how many revisions there are
 * @param units units in the latest revision
 * @param lastChange when a revision or a unit's status was last recorded, UTC, whole seconds
 */
public record DocumentSummary(
    String name, Lang sourceLang, Lang targetLang, int revisions, int units, Instant lastChange) {}
