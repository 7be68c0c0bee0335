package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Property;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a bilingual file: a source text and its translation.
 *
 * @param line where it begins, counted from 1
 * @param said what the file says about it
 */
record BilingualUnit(int line, List<Property> said, Part source, Part target) {

  /**
   * The text of one language.
   *
   * @param lang language code as written
   * @param text null when the file has no element for it
   */
  record Part(String lang, @Nullable InlineText text) {

    private boolean isTooLong() {
      return text != null && text.isTooLong();
    }

    private Variant variant(int line) {
      return text == null
          ? new Variant(line, lang, false, "", List.of(), List.of())
          : variant(line, text.text(), text.codes());
    }

    private Variant variant(int line, String plain, List<InlineCode> codes) {
      return new Variant(line, lang, true, plain, codes, List.of());
    }

    private Variant variantOfPhrase(int line) {
      if (text == null) {
        return variant(line);
      }
      PhraseText plain = PhraseText.of(text.text(), text.codes());
      return variant(line, plain.text(), plain.codes());
    }
  }

  BilingualUnit {
    said = List.copyOf(said);
  }

  /** Keeps what the file says, unless it is empty. */
  static void say(List<Property> said, String name, String value) {
    if (!value.isEmpty()) {
      said.add(Property.ofUnit(name, value));
    }
  }

  /** The last part of a path of any system. */
  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Hands over the pair, or refuses the unit if it is too long. */
  void giveTo(PairMaker pairs) {
    giveTo(pairs, source.variant(line), target.variant(line));
  }

  /** The same for texts in which Phrase has written codes. */
  void giveToAsPhrase(PairMaker pairs) {
    giveTo(pairs, source.variantOfPhrase(line), target.variantOfPhrase(line));
  }

  private void giveTo(PairMaker pairs, Variant from, Variant to) {
    if (source.isTooLong() || target.isTooLong()) {
      pairs.refuseTooLong(new RawUnit(line, source.lang(), said, List.of(), Writer.OTHER));
    } else {
      pairs.accept(new RawUnit(line, source.lang(), said, List.of(from, to), writer()));
    }
  }

  /** Only a memory has given its units ids. */
  private Writer writer() {
    return said.stream().anyMatch(property -> property.name().equals("x-ballast-id"))
        ? Writer.BALLAST
        : Writer.OTHER;
  }
}
