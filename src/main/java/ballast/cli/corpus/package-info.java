/** The commands on a corpus that Spark has aligned. */
@NullMarked
package ballast.cli.corpus;

import org.jspecify.annotations.NullMarked;
