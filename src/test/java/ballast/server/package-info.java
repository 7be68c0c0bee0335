@NullMarked
package ballast.server;

import org.jspecify.annotations.NullMarked;
