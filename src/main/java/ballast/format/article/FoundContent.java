package ballast.format.article;

import java.util.List;

/**
 * What the reader of a format finds in a file.
 *
 * @param blocks in the order in which they are aligned; empty if the file holds no text
 * @param notes what was chosen or left out, each in plain words without a full stop, for example
 *     {@code 3 comments left out}
 * @param warnings what a person should know before using the text, each in plain words
 */
public record FoundContent(List<FoundBlock> blocks, List<String> notes, List<String> warnings) {

  public FoundContent {
    blocks = List.copyOf(blocks);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }
}
