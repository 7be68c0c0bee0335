/**
 * Translation units in and out: TMX, XLIFF, TSV and the files and databases of other tools.
 *
 * <p>Units come in through {@link ballast.format.unit.UnitFile}, which passes them to a {@link
 * ballast.format.unit.UnitEvents} one by one; there is one class for each format and direction. A
 * file that cannot be used causes an {@link ballast.bitext.InputException} that names the line.
 */
@NullMarked
package ballast.format.unit;

import org.jspecify.annotations.NullMarked;
