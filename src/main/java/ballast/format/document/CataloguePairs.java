package ballast.format.document;

import ballast.bitext.CountedNoun;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import ballast.format.article.BilingualText;
import ballast.format.article.DocumentAssembly;
import ballast.format.article.FoundBlock;
import ballast.format.article.ReadText;
import ballast.format.article.WaiverNote;
import ballast.format.file.Decoding.Decoded;
import ballast.format.file.LineIndex;
import ballast.format.markup.PoPair;
import ballast.format.markup.PoReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a gettext catalogue as two texts: its messages, and their translations. */
final class CataloguePairs {

  private final String name;
  private final Decoded decoded;
  private final List<String> notes;
  private final LineIndex index;

  /**
   * @param name what the user calls the file
   * @param notes what was chosen while it was decoded
   */
  CataloguePairs(String name, Decoded decoded, List<String> notes) {
    this.name = name;
    this.decoded = decoded;
    this.notes = notes;
    this.index = new LineIndex(decoded.text());
  }

  /**
   * The messages that have a translation, and that translation, each a block. A fuzzy translation
   * is none. Messages of placeholders only are left out.
   *
   * @param sha256 of the file's bytes
   * @param from the language of the source; null for that of the messages
   * @throws InputException if the file is not a catalogue, nothing in it is translated, or both
   *     texts are in one language
   */
  BilingualText read(String sha256, @Nullable Lang from) {
    List<PoPair> all = new PoReader().pairs(decoded.text(), name);
    List<PoPair> pairs = all.stream().filter(pair -> !pair.fuzzy() && isText(pair)).toList();
    if (pairs.isEmpty()) {
      throw new InputException(
          "cannot find a text and its translation in \""
              + name
              + "\": none of its messages has a confirmed translation",
          "translate it: ballast translate " + name + " -o FILE.po");
    }
    List<String> warnings = new ArrayList<>();
    long fuzzy = all.stream().filter(PoPair::fuzzy).count();
    if (fuzzy > 0) {
      warnings.add(
          CountedNoun.of(fuzzy, "translation is", "translations are")
              + " marked as fuzzy and left out");
    }
    ReadText messages =
        new ReadText(
            side(pairs, PoPair::source),
            decoded.encoding(),
            ArticleFormat.PO,
            sha256,
            notes,
            warnings,
            WaiverNote.inComments(decoded.text(), index, name));
    return BilingualText.ofCatalogue(
        messages, messages.asSecond(side(pairs, PoPair::target)), from);
  }

  private static boolean isText(PoPair pair) {
    return pair.source().type().isContent() && pair.target().type().isContent();
  }

  private Document side(List<PoPair> pairs, Function<PoPair, FoundBlock> side) {
    DocumentAssembly assembly = new DocumentAssembly(index);
    pairs.stream().map(side).forEach(assembly::add);
    return assembly.build(name, null, new ArrayList<>());
  }
}
