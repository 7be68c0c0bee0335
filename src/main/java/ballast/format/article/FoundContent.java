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

  /**
   * Reads a format whose files are characters. The points of its blocks say where their text stands
   * in the file. Thread-safe.
   */
  @FunctionalInterface
  public interface MarkupReader {

    /**
     * Finds the blocks of a file.
     *
     * @param text its characters, without a byte order mark
     * @param name what the user calls it, for messages
     * @throws ballast.bitext.InputException if it cannot be read as this format
     */
    FoundContent read(String text, String name);
  }

  /** Reads a format whose files are bytes, not characters. Thread-safe. */
  @FunctionalInterface
  public interface ContentReader {

    /**
     * Finds the blocks of a file.
     *
     * @param bytes the whole file, recognised as one of the format by its first bytes
     * @param name what the user calls it, for messages
     * @throws ballast.bitext.InputException if it is damaged, protected or hostile
     */
    FoundContent read(byte[] bytes, String name);
  }

  /** Finds the inline markup of the blocks of a page. Thread-safe. */
  @FunctionalInterface
  public interface PageCodes {

    /** For readers that need only the words. */
    PageCodes NONE = (html, blocks) -> blocks;

    /**
     * The same blocks with their codes.
     *
     * @param html the decoded page, to which the points of the blocks refer
     * @param blocks all blocks of the page, without codes, in the order of the page
     */
    List<FoundBlock> coded(String html, List<FoundBlock> blocks);
  }
}
