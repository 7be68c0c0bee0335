/** The command that answers programs which are open already. */
@NullMarked
package ballast.cli.server;

import org.jspecify.annotations.NullMarked;
