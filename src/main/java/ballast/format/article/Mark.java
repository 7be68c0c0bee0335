package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.format.file.Characters;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * The form of a line by which a user marks that two texts correspond at this place: the sign alone,
 * or the sign, white space and a label ({@code %%% chapter 2}).
 *
 * @param sign the beginning of the line; visible characters, without white space at either end
 */
public record Mark(String sign) {

  public static final Mark DEFAULT = new Mark("%%%");

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

  /** Returns the label of a mark, without white space at either end; empty if it has none. */
  public String label(String mark) {
    return Characters.strip(Characters.strip(mark).substring(sign.length()));
  }

  List<BlockType> types(List<RawBlock> passages, Function<List<RawBlock>, List<BlockType>> typer) {
    List<RawBlock> unmarked = passages.stream().filter(p -> !isMark(p.text())).toList();
    Iterator<BlockType> found = typer.apply(unmarked).iterator();
    return passages.stream().map(p -> isMark(p.text()) ? BlockType.MARK : found.next()).toList();
  }
}
