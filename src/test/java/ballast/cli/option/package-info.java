@NullMarked
package ballast.cli.option;

import org.jspecify.annotations.NullMarked;
