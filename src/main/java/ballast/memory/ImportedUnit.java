package ballast.memory;

import ballast.bitext.Unit;

/**
 * A unit of a file.
 *
 * @param unit its id counts when the memory has none of that name; dates, author and document are
 *     those of the file
 * @param dated whether the file says when it was made or changed; its dates are ignored otherwise
 * @param judged whether somebody has said its status; one who has not gives way to the memory's
 */
public record ImportedUnit(Unit unit, boolean dated, boolean judged) {}
