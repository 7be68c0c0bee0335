/**
 * Parts that all reports share: pages, styles, text for a terminal, values in XML.
 *
 * <p>Nothing here makes decisions: a renderer takes records and writes characters.
 */
@NullMarked
package ballast.report.page;

import org.jspecify.annotations.NullMarked;
