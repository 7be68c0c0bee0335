@NullMarked
package ballast.format.article;

import org.jspecify.annotations.NullMarked;
