@NullMarked
package ballast.server.protocol;

import org.jspecify.annotations.NullMarked;
