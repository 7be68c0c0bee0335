package ballast.app.align;

import ballast.app.align.BeadRows.LookList;
import ballast.app.page.Imprint;
import ballast.app.page.Numbers;
import ballast.app.page.PageLanguage;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.List;

/** The page of aligned articles, for its templates. */
record AlignmentPage(List<AlignedText> texts, LookList looks, Imprint imprint)
    implements BeadRows.BeadNotes {

  /** Returns the beginning of the article, or the folder of several. */
  String title() {
    AlignedText first = texts.get(0);
    if (texts.size() == 1) {
      return imprint.title(
          List.of(beginning(first.alignment().target()), beginning(first.alignment().source())),
          first.document());
    }
    int end = first.document().lastIndexOf('/');
    String folder = end < 0 ? "" : first.document().substring(0, end + 1);
    boolean isOfAll = texts.stream().allMatch(one -> one.document().startsWith(folder));
    return folder.isEmpty() || !isOfAll
        ? say(texts.size() + " documents")
        : folder.substring(0, end);
  }

  /** Returns the first heading or paragraph; empty if there is none. */
  private static String beginning(List<Segment> text) {
    return text.stream()
        .filter(one -> one.type() == BlockType.HEADING || one.type() == BlockType.PARAGRAPH)
        .map(Segment::text)
        .findFirst()
        .orElse("");
  }

  /** Returns the result in a sentence. */
  String summary() {
    List<String> parts = new ArrayList<>();
    long pairs = texts.stream().mapToLong(AlignmentPage::pairs).sum();
    String counted = CountedNoun.of(pairs, "pair") + " of sentences";
    parts.add(texts.size() == 1 ? counted : counted + " in " + texts.size() + " documents");
    for (Attention attention : Attention.values()) {
      int count = texts.stream().mapToInt(one -> Attention.count(one, attention)).sum();
      if (attention != Attention.NONE && count > 0) {
        parts.add(Numbers.count(count) + " " + attention.label());
      }
    }
    if (parts.size() == 1) {
      parts.add("nothing to look at");
    }
    return imprint.sentence(parts);
  }

  static long pairs(AlignedText text) {
    return text.alignment().beads().stream().filter(bead -> !bead.isOneSided()).count();
  }

  String toLookAt(AlignedText text) {
    int count = Attention.joined(text, Attention.inOrder(text)).size();
    return (CountedNoun.of(pairs(text), "pair") + ", ")
        + ((count == 0 ? "nothing" : Numbers.count(count)) + " to look at");
  }

  @Override
  public PageLanguage language() {
    return imprint.language();
  }

  /** Says a message, or the phrase with a key. */
  @Override
  public String say(String key, Object... values) {
    return imprint.say(BeadRows.BeadNotes.super.say(key, values));
  }

  @Override
  public String block(UnmatchedBlock block) {
    return imprint.say(block.toString());
  }

  @Override
  public String kind(BlockType type) {
    return imprint.say(BeadRows.BeadNotes.super.kind(type));
  }
}
