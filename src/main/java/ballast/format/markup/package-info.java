/**
 * Text files with markup: Markdown, subtitles and gettext catalogues. Each reader says where in the
 * file the text of its blocks stands, so that it can be replaced without touching anything else.
 */
@NullMarked
package ballast.format.markup;

import org.jspecify.annotations.NullMarked;
