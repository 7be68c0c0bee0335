package ballast.revise;

import ballast.bitext.BlockType;
import java.util.Set;

/**
 * A sentence of a translation, or the translation of a unit.
 *
 * @param text its text; may be empty for a unit
 * @param block number of its block, the same for all sentences of a block; for a unit its place in
 *     its file
 * @param type the type of that block
 * @param sources positions in the list of {@link SourceText}s of the sources that it translates;
 *     empty when unknown
 * @param line where it begins in its file, counted from 1; 0 when unknown
 * @param place where a person finds it in a file without lines; empty for other files
 */
public record VersionSentence(
    String text, int block, BlockType type, Set<Integer> sources, int line, String place) {

  public VersionSentence {
    sources = Set.copyOf(sources);
  }

  /** A sentence of a file with lines, or a unit. */
  public VersionSentence(String text, int block, BlockType type, Set<Integer> sources, int line) {
    this(text, block, type, sources, line, "");
  }
}
