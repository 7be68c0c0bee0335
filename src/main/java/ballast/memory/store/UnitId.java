package ballast.memory.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assigns ids to the new units of one document. An id is the first 12 hexadecimal digits of the
 * SHA-256 of document name, languages, source text and the occurrence number of this source text.
 *
 * <p>Two machines that align the same articles in the same order therefore assign the same ids. If
 * an id is taken, by chance or by a unit that once had this source text, the next occurrence number
 * is tried. Each number is tried once, so n units need at most n tries plus one for each taken id.
 */
public final class UnitId {

  /** Hexadecimal digits of an id. */
  public static final int LENGTH = 12;

  private static final int DIGIT_BITS = 4;

  private final byte[] beginning;
  private final Set<String> taken;
  private final MessageDigest digest = Sha256.newDigest();
  private final Map<String, Integer> occurrences = new HashMap<>();

  /**
   * @param document its name; empty for units without a document
   * @param taken ids in use; may grow
   */
  public UnitId(String document, Lang sourceLang, Lang targetLang, Set<String> taken) {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    fields.writeBytes(measured(document));
    fields.writeBytes(measured(sourceLang.tag()));
    fields.writeBytes(measured(targetLang.tag()));
    this.beginning = fields.toByteArray();
    this.taken = taken;
  }

  /** Returns the stored number of an id; -1, which no unit has, for any other text. */
  public static long number(String id) {
    return isId(id) ? HexFormat.fromHexDigitsToLong(id) : -1;
  }

  /** Returns the smallest number of an id that begins so; -1 if none can. */
  public static long first(String beginning) {
    return number(filled(beginning, "0"));
  }

  /** Returns the largest number of an id that begins so; -1 if none can. */
  public static long last(String beginning) {
    return number(filled(beginning, "f"));
  }

  private static String filled(String beginning, String digit) {
    return beginning + digit.repeat(Math.max(0, LENGTH - beginning.length()));
  }

  /** Returns the stored numbers of ids as a parameter for {@link Database.Engine#numbers}. */
  public static String array(Collection<String> ids) {
    return ids.stream()
        .map(id -> String.valueOf(number(id)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static boolean isId(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return id.length() == LENGTH;
  }

  /** Returns the id for a stored number. */
  public static String text(long number) {
    return HexFormat.of().toHexDigits(number, LENGTH);
  }

  /** Returns the id of the next new unit with this source text. */
  String next(String source) {
    String id;
    do {
      id = text(of(source, occurrences.merge(source, 1, Integer::sum)));
    } while (taken.contains(id));
    return id;
  }

  /**
   * Returns the stored number of the id of a unit without a document. The translation is hashed
   * too, so that many translations of one sentence need only one try each.
   *
   * @param occurrence 1, then 2, 3 ... while the id is taken
   */
  public long withoutDocument(String source, String target, int occurrence) {
    digest.update(measured(target));
    return of(source, occurrence);
  }

  private long of(String source, int occurrence) {
    digest.update(beginning);
    digest.update(measured(source));
    digest.update(measured(Integer.toString(occurrence)));
    return ByteBuffer.wrap(digest.digest()).getLong() >>> (Long.SIZE - DIGIT_BITS * LENGTH);
  }

  /**
   * Prefixes a field with its length, so that different lists of fields never give the same bytes.
   */
  private static byte[] measured(String field) {
    byte[] bytes = field.getBytes(UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + bytes.length)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }
}
