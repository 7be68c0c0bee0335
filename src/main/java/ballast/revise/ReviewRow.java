package ballast.revise;

/**
 * A row of a returned review.
 *
 * @param number of the row in its table, from 1
 * @param key the cell that should hold a {@link ReviewKey}
 * @param source the cell of the source
 * @param target the cell of the translation, perhaps edited
 * @param comment the reviewer's remark; may be empty
 * @param answer the cell that should hold a {@link Verdict}
 */
public record ReviewRow(
    int number, String key, String source, String target, String comment, String answer) {}
