package ballast.format.unit;

import ballast.bitext.Lang;

/**
 * Takes what a reader of an exchange format finds, one thing at a time, in the order of the file.
 */
public interface UnitEvents {

  /** A pair in the wanted languages. */
  void pair(FoundPair pair);

  /**
   * Something that could not be taken.
   *
   * @param unit what the file has
   * @param isPair whether it has both languages, so that it counts as a pair that was read
   * @param reason in words, without a full stop
   */
  void refused(RawUnit unit, boolean isPair, String reason);

  /**
   * Text of a language code that is not the wanted one and means it nevertheless: {@code zh_CN} or
   * {@code zh} for {@code zh-CN}. Once for every text that is taken.
   */
  void mapped(String code, Lang lang);

  /** Something that was corrected, for example a character that XML forbids. */
  void corrected(int line, String what);
}
