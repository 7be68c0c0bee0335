package ballast.app.align;

/**
 * A source file and its translation, as the user named them. If both names are equal, the file
 * contains both languages.
 *
 * @param document name of the pair in the memory
 * @param corrections name of a table of beads set by a person; empty if there is none
 */
public record Article(String source, String target, String document, String corrections) {

  public Article(String source, String target, String document) {
    this(source, target, document, "");
  }

  public boolean isOneFile() {
    return source.equals(target);
  }
}
