package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.format.file.Characters;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * How a line looks by which a user says that two texts correspond at this place: the sign and
 * nothing else, or the sign, white space and a label ({@code %%% chapter 2}).
 *
 * @param sign what such a line begins with; some visible characters, no white space around them
 */
public record Mark(String sign) {

  /** The sign of a user who has not asked for another. */
  public static final Mark USUAL = new Mark("%%%");

  public Mark {
    if (Characters.isBlank(sign)
        || !Characters.strip(sign).equals(sign)
        || sign.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("\"" + sign + "\" cannot be the sign of a mark");
    }
  }

  /** Whether a line is a mark; white space around it does not matter. */
  public boolean isMark(String line) {
    String content = Characters.strip(line);
    return content.startsWith(sign)
        && (content.length() == sign.length() || Characters.isBlank(content.charAt(sign.length())));
  }

  /** What a mark is called, without white space around it; empty when it has no label. */
  public String label(String mark) {
    return Characters.strip(Characters.strip(mark).substring(sign.length()));
  }

  /**
   * The types of passages of which the marks are known by their look, the others by {@code typer},
   * which does not see the marks.
   */
  List<BlockType> types(List<RawBlock> passages, Function<List<RawBlock>, List<BlockType>> typer) {
    List<RawBlock> others = passages.stream().filter(p -> !isMark(p.text())).toList();
    Iterator<BlockType> found = typer.apply(others).iterator();
    return passages.stream().map(p -> isMark(p.text()) ? BlockType.MARK : found.next()).toList();
  }
}
