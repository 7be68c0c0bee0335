package ballast.workflow.corpus;

/**
 * What {@link CorpusExport} has written.
 *
 * @param files how many there are
 * @param units in all of them
 * @param doubtful units that were left out because they are doubtful
 */
public record ExportedFiles(int files, long units, long doubtful) {}
