package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit.Property;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A unit of a bilingual file. Lines are counted from 1. */
record BilingualUnit(int line, List<Property> said, Part source, Part target) {

  /**
   * @param text null if the file has no element for it
   */
  record Part(String lang, @Nullable InlineText text) {

    private boolean isTooLong() {
      return text != null && text.isTooLong();
    }

    private Variant variant(boolean ofPhrase) {
      if (text == null) {
        return new Variant(lang, false, "", List.of(), List.of());
      }
      PhraseText plain =
          ofPhrase
              ? PhraseText.of(text.text(), text.codes())
              : new PhraseText(text.text(), text.codes());
      return new Variant(lang, true, plain.text(), plain.codes(), List.of());
    }
  }

  BilingualUnit {
    said = List.copyOf(said);
  }

  static void say(List<Property> said, String name, String value) {
    if (!value.isEmpty()) {
      said.add(Property.ofUnit(name, value));
    }
  }

  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  void giveTo(PairMaker pairs) {
    giveTo(pairs, /* ofPhrase= */ false);
  }

  void giveTo(PairMaker pairs, boolean ofPhrase) {
    if (source.isTooLong() || target.isTooLong()) {
      pairs.refuseTooLong(new RawUnit(line, source.lang(), said, List.of(), Writer.OTHER));
    } else {
      List<Variant> texts = List.of(source.variant(ofPhrase), target.variant(ofPhrase));
      pairs.accept(new RawUnit(line, source.lang(), said, texts, writer()));
    }
  }

  /** Only a memory gives its units ids. */
  private Writer writer() {
    return said.stream().anyMatch(property -> property.name().equals("x-ballast-id"))
        ? Writer.BALLAST
        : Writer.OTHER;
  }

  /**
   * A text from Phrase without the codes that Phrase writes into it: <code>{1}</code> is a
   * placeholder, <code>{1&gt;</code> and <code>&lt;1}</code> surround text, <code>{b&gt;</code> and
   * <code>&lt;b}</code> surround bold text. They become native code.
   *
   * @param codes the text's other codes and these, by rising offset
   */
  record PhraseText(String text, List<InlineCode> codes) {

    private static final Pattern CODE =
        Pattern.compile(
            "\\{(\\d{1,6})\\}|\\{(\\d{1,6}|[a-z]{1,3}|[\\^_])>|<(\\d{1,6}|[a-z]{1,3}|[\\^_])\\}");

    /** Offset for letters, above any number that Phrase assigns. */
    private static final int LETTERS = 1_000_000;

    PhraseText {
      codes = List.copyOf(codes);
    }

    static PhraseText of(String written, List<InlineCode> codes) {
      Matcher matcher = CODE.matcher(written);
      if (!matcher.find()) {
        return new PhraseText(written, codes);
      }
      StringBuilder text = new StringBuilder();
      List<InlineCode> all = new ArrayList<>();
      int from = 0;
      int next = 0;
      do {
        next = move(codes, next, matcher.start(), from - text.length(), all);
        text.append(written, from, matcher.start());
        all.add(code(matcher, text.length()));
        from = matcher.end();
      } while (matcher.find());
      move(codes, next, written.length(), from - text.length(), all);
      return new PhraseText(text.append(written.substring(from)).toString(), all);
    }

    /** Returns the index of the first code after {@code end}. */
    private static int move(
        List<InlineCode> codes, int first, int end, int less, List<InlineCode> into) {
      int next = first;
      while (next < codes.size() && codes.get(next).offset() <= end) {
        InlineCode code = codes.get(next);
        into.add(code.at(code.side(), Math.max(0, code.offset() - less)));
        next++;
      }
      return next;
    }

    private static InlineCode code(Matcher matcher, int offset) {
      String alone = matcher.group(1);
      if (alone != null) {
        return new InlineCode(Side.SOURCE, offset, "ph", "x=\"" + alone + "\"", matcher.group());
      }
      String begins = matcher.group(2);
      String number = "i=\"" + number(begins == null ? matcher.group(3) : begins) + "\"";
      String element = begins == null ? "ept" : "bpt";
      return new InlineCode(Side.SOURCE, offset, element, number, matcher.group());
    }

    private static int number(String id) {
      if (Character.isDigit(id.charAt(0))) {
        return Integer.parseInt(id);
      }
      return LETTERS
          + (id.matches("[a-z]+") ? Integer.parseInt(id, Character.MAX_RADIX) : id.charAt(0));
    }
  }
}
