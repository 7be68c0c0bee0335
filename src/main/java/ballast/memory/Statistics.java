package ballast.memory;

/**
 * Counts over a whole memory.
 *
 * @param documents number of documents
 * @param revisions revisions of all documents
 * @param units units that are neither retired nor deleted
 * @param hidden the other units
 * @param sourceCharacters Han code points in the source texts of units that are neither retired nor
 *     deleted
 * @param targetWords words in their target texts: stretches without white space that hold a letter
 *     or digit
 * @param fileSize bytes on disk, the write-ahead log included
 */
public record Statistics(
    int documents,
    int revisions,
    StatusCounts units,
    HiddenUnits hidden,
    long sourceCharacters,
    long targetWords,
    long fileSize) {}
