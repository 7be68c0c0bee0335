/** What is done to glossaries: mining candidates. */
@NullMarked
package ballast.workflow.glossary;

import org.jspecify.annotations.NullMarked;
