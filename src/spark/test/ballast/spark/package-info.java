/** Whole jobs on a Spark that is made of Maven's jars. */
@NullMarked
package ballast.spark;

import org.jspecify.annotations.NullMarked;
