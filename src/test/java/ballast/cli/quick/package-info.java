@NullMarked
package ballast.cli.quick;

import org.jspecify.annotations.NullMarked;
