package ballast.workflow.align;

/**
 * A source file and its translation, as the user named them.
 *
 * @param source name of the source file
 * @param target name of the target file
 * @param document what the memory calls the pair
 */
public record Article(String source, String target, String document) {}
