@NullMarked
package ballast.cli.server;

import org.jspecify.annotations.NullMarked;
