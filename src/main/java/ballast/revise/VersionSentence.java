package ballast.revise;

import ballast.bitext.BlockType;
import java.util.Set;

/**
 * A sentence of a translation, or the translation of a unit.
 *
 * @param text as it stands there; may be empty for a unit
 * @param block number of the block it stands in: sentences of one block have the same; of a unit
 *     its place in its file
 * @param type what that block is
 * @param sources positions in the list of {@link SourceText}s of what it translates; empty when
 *     unknown
 * @param line where it begins in its file, counted from 1; 0 when unknown
 */
public record VersionSentence(
    String text, int block, BlockType type, Set<Integer> sources, int line) {

  public VersionSentence {
    sources = Set.copyOf(sources);
  }
}
