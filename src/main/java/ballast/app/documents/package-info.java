/**
 * New documents: {@link ballast.app.documents.PreTranslation} translates them from a memory, {@link
 * ballast.app.documents.DocumentMerge} puts finished translations back into the original, and
 * {@link ballast.app.documents.MemoryCoverage} counts in advance how much the memory knows.
 */
@NullMarked
package ballast.app.documents;

import org.jspecify.annotations.NullMarked;
