/** The commands on a corpus, as a user sees them; src/spark/test has whole jobs. */
@NullMarked
package ballast.cli.corpus;

import org.jspecify.annotations.NullMarked;
