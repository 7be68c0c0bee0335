/**
 * What serves the start of a single lookup: a command line that is read without picocli where it is
 * plain.
 */
@NullMarked
package ballast.cli.quick;

import org.jspecify.annotations.NullMarked;
