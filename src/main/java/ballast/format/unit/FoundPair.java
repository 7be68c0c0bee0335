package ballast.format.unit;

import ballast.bitext.Unit;

/**
 * A pair of texts that a file has in the wanted languages.
 *
 * @param unit the pair, ready for a memory
 * @param dated whether the file says when it was made or changed; otherwise its dates are the time
 *     of reading
 * @param judged whether the file gives its status
 * @param raw the unit of the file from which it was made
 */
public record FoundPair(Unit unit, boolean dated, boolean judged, RawUnit raw) {}
