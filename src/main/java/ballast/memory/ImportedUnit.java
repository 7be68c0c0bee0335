package ballast.memory;

import ballast.bitext.Unit;

/**
 * A unit read from a file that is being imported.
 *
 * @param unit its id is kept unless the memory has a unit with this id; dates, author and document
 *     are those of the file
 * @param dated whether the file says when it was made or changed; its dates are ignored otherwise
 * @param judged whether the file states its status; otherwise the memory's status wins
 */
public record ImportedUnit(Unit unit, boolean dated, boolean judged) {}
