/**
 * Forms that every result can take: JSON ({@link ballast.app.page.Json}), pages and charts ({@link
 * ballast.app.page.PageOutput}), and styled text for a terminal.
 */
@NullMarked
package ballast.app.page;

import org.jspecify.annotations.NullMarked;
