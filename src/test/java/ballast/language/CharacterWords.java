package ballast.language;

import java.util.List;

/**
 * For tests: every character is a word with a share of one in a million; subclasses define the
 * rest.
 */
public class CharacterWords implements ChineseWords {

  @Override
  public int simplified(int codePoint) {
    return codePoint;
  }

  @Override
  public Cut cut(String run) {
    return CHARACTERS;
  }

  @Override
  public Cut parts(String word) {
    return CHARACTERS;
  }

  @Override
  public List<String> readings(int codePoint) {
    return List.of();
  }

  @Override
  public double share(String word) {
    return 1e-6;
  }
}
