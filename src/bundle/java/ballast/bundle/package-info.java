/** Makes the files that people install; a part of the build, not of Ballast. */
@NullMarked
package ballast.bundle;

import org.jspecify.annotations.NullMarked;
