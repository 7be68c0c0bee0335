@NullMarked
package ballast.cli.corpus;

import org.jspecify.annotations.NullMarked;
