package ballast.format.article;

import java.util.List;

/**
 * The content of a file as found by the reader of its format.
 *
 * @param blocks in the order of alignment; empty if the file has no text
 * @param notes choices and omissions, each in plain words without a full stop, for example {@code 3
 *     comments left out}
 * @param warnings facts to know before using the text, each in plain words
 */
public record FoundContent(List<FoundBlock> blocks, List<String> notes, List<String> warnings) {

  public FoundContent {
    blocks = List.copyOf(blocks);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /** Finds the inline markup of the blocks of a page. Thread-safe. */
  @FunctionalInterface
  public interface PageCodes {

    /** For readers that need only the words. */
    PageCodes NONE = (html, blocks) -> blocks;

    /**
     * @param blocks all blocks of the page, without codes, in the order of the page
     */
    List<FoundBlock> coded(String html, List<FoundBlock> blocks);
  }
}
