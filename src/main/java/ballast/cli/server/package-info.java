/** Commands that go on until they are broken off: servers on this computer. */
@NullMarked
package ballast.cli.server;

import org.jspecify.annotations.NullMarked;
