package ballast.format.unit;

import ballast.bitext.Unit;

/**
 * A pair of texts that a file has in the wanted languages.
 *
 * @param unit the pair, ready for a memory
 * @param dated whether the file says when it was made or changed; if not, its dates are those of
 *     the reading
 * @param judged whether the file says its status
 * @param raw the unit of the file that it is from
 */
public record FoundPair(Unit unit, boolean dated, boolean judged, RawUnit raw) {}
