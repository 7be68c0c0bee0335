package ballast.format.pdf;

import ballast.bitext.InputException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/**
 * Refuses files whose compressed streams become too large, before PDFBox unpacks them, which it
 * does without a limit.
 */
final class StreamGuard {

  private static final int MAX_STREAM = 48 << 20;
  private static final long MAX_ALL = 384L << 20;

  /** No deflated stream grows more. */
  private static final int MAX_RATIO = 1032;

  /** Text and fonts shrink to a tenth; only a stream that repeats itself shrinks to less. */
  private static final int MAX_USUAL_RATIO = 200;

  private static final int MAX_REPETITIVE = 2 << 20;
  private static final int MAX_STREAMS = 60_000;
  private static final int MAX_OBJECTS = 250_000;

  /** Of the dictionaries of all streams, in characters. */
  private static final int MAX_HEADS = 12 << 20;

  private static final int HEAD = 1536;
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "endobj".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern PACKED =
      Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z])");
  private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image(?![A-Za-z])");
  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern OTHER_USE =
      Pattern.compile("/(?:ObjStm|XRef|First|W)(?![A-Za-z])|/Filter\\s*\\d");

  private final String name;
  private final byte[] bytes;
  private final byte[] output = new byte[1 << 16];
  private long all;
  private int streams;
  private int objects;
  private int heads;
  private boolean largePictures;

  StreamGuard(byte[] bytes, String name) {
    this.bytes = bytes;
    this.name = name;
  }

  /**
   * Unpacks all streams but pictures, and keeps nothing.
   *
   * @throws InputException if they are too large
   */
  void check() {
    Inflater inflater = new Inflater(true);
    try {
      int at = next(0);
      while (at >= 0) {
        if (++streams > MAX_STREAMS) {
          throw refused("it has more than " + MAX_STREAMS + " parts");
        }
        check(inflater, at);
        at = next(at);
      }
    } finally {
      inflater.end();
    }
  }

  /**
   * Takes the compression off the pictures of a file, so that one that is used as text unpacks to
   * rubbish, not to gigabytes. Nothing here looks at pictures.
   */
  void disarmPictures(COSDocument document) {
    if (!largePictures) {
      return;
    }
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      COSBase object = document.getObjectFromPool(key).getObject();
      if (object instanceof COSStream stream
          && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
        stream.removeItem(COSName.FILTER);
      }
    }
  }

  private void check(Inflater inflater, int start) {
    String head = head(start);
    Matcher packed = PACKED.matcher(head);
    int filters = 0;
    while (packed.find()) {
      filters++;
    }
    if (filters > 1) {
      throw refused("a part of it is packed several times");
    }
    if (IMAGE.matcher(head).find() && !OTHER_USE.matcher(head).find()) {
      largePictures |= bytes.length - start > MAX_STREAM / MAX_RATIO && filters > 0;
      return;
    }
    int from = start;
    from += from < bytes.length && bytes[from] == '\r' ? 1 : 0;
    from += from < bytes.length && bytes[from] == '\n' ? 1 : 0;
    if (from + 2 < bytes.length) {
      inflater.reset();
      inflater.setInput(bytes, from + 2, bytes.length - from - 2);
      count(inflater);
    }
  }

  private void count(Inflater inflater) {
    long size = 0;
    try {
      while (!inflater.finished()) {
        int more = inflater.inflate(output);
        if (more == 0) {
          break;
        }
        size += more;
        all += more;
        if (size > MAX_REPETITIVE && size > MAX_USUAL_RATIO * inflater.getBytesRead()) {
          throw refused("a part of it unpacks to more than " + MAX_USUAL_RATIO + " times its size");
        }
        if (size > MAX_STREAM || all > MAX_ALL) {
          throw refused(
              "what is packed in it is larger than "
                  + (size > MAX_STREAM ? MAX_STREAM : MAX_ALL) / (1 << 20)
                  + " MiB");
        }
      }
    } catch (DataFormatException e) {
      // Not compressed in this way, or damaged: PDFBox takes what there is.
      return;
    }
  }

  /** The dictionary before a stream, names written out. */
  private String head(int end) {
    int from = Math.max(0, end - HEAD);
    String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    String dictionary = text.substring(Math.max(0, text.lastIndexOf(" obj")));
    heads += dictionary.length();
    if (heads > MAX_HEADS) {
      throw refused("the descriptions of its parts are longer than " + (MAX_HEADS >> 20) + " MiB");
    }
    return ESCAPED
        .matcher(dictionary)
        .replaceAll(
            hex ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
  }

  /** The offset behind the next word {@code stream} that follows a dictionary; -1 if none. */
  private int next(int from) {
    for (int i = from; i + STREAM.length <= bytes.length; i++) {
      if (bytes[i] == 's' && isAt(i, STREAM) && followsDictionary(i)) {
        return i + STREAM.length;
      }
      if (bytes[i] == 'e' && isAt(i, END) && ++objects > MAX_OBJECTS) {
        throw refused("it has more than " + MAX_OBJECTS + " objects");
      }
    }
    return -1;
  }

  private boolean isAt(int at, byte[] word) {
    for (int i = 1; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean followsDictionary(int at) {
    int i = at - 1;
    while (i > 0 && i > at - 100 && bytes[i] <= ' ' && bytes[i] >= 0) {
      i--;
    }
    return i > 0 && bytes[i] == '>';
  }

  private InputException refused(String what) {
    return new InputException(
        "cannot read \"" + name + "\": " + what,
        "print it to a new PDF, or save the part that you need as a PDF of its own");
  }
}
