/** The room of the articles: what the memory has, what lies in the folder, and what is dropped. */
@NullMarked
package ballast.workbench.articles;

import org.jspecify.annotations.NullMarked;
