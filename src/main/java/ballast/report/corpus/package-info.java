/** What is in a corpus, as text and as JSON. */
@NullMarked
package ballast.report.corpus;

import org.jspecify.annotations.NullMarked;
