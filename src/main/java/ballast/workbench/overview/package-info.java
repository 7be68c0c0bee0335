/** The Overview page: charts of the memory, its articles and its terms. */
@NullMarked
package ballast.workbench.overview;

import org.jspecify.annotations.NullMarked;
