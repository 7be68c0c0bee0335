package ballast.lexicon;

import ballast.lexicon.LexiconArrays.Reader;
import ballast.lexicon.LexiconArrays.Writer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/**
 * The content of a lexicon file, in the order of its arrays.
 *
 * @param notes lines with the sources and the licence
 */
public record LexiconFile(
    List<String> notes,
    CharacterTable characters,
    WordTable chinese,
    WordTable english,
    Entries entries) {

  public byte[] toBytes() {
    Writer out = new Writer();
    out.lines(notes);
    characters.write(out);
    chinese.write(out);
    english.write(out);
    entries.write(out);
    return out.toBytes();
  }

  /**
   * @throws DamagedException if it is not a lexicon file, has another version, or is damaged
   */
  static LexiconFile read(InputStream file, long size) throws IOException {
    try {
      Reader in = new Reader(file, size);
      List<String> notes = List.of(in.lines());
      CharacterTable characters = CharacterTable.read(in);
      // Indexed while this thread inflates the entries, which takes longer.
      ForkJoinTask<WordTable> chinese = WordTable.read(in).fork();
      ForkJoinTask<WordTable> english = WordTable.read(in).fork();
      Entries entries = Entries.read(in);
      in.end();
      Reader.require(
          entries.starts().length == chinese.join().size() + 1, "its words have no entries");
      return new LexiconFile(notes, characters, chinese.join(), english.join(), entries);
    } catch (EOFException e) {
      throw new DamagedException("it ends too early");
    }
  }
}
