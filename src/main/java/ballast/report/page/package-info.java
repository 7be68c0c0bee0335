/**
 * What every report shares: pages, styles, text for a terminal, values in XML.
 *
 * <p>Nothing here decides anything; a renderer takes records and writes characters.
 */
@NullMarked
package ballast.report.page;

import org.jspecify.annotations.NullMarked;
