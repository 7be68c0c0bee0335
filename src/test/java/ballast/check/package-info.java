/** Tests of the rules and of what they rest on. */
@NullMarked
package ballast.check;

import org.jspecify.annotations.NullMarked;
