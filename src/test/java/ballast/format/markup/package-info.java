/** Tests of Markdown, subtitles and gettext catalogues. */
@NullMarked
package ballast.format.markup;

import org.jspecify.annotations.NullMarked;
