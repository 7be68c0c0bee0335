package ballast.spark.list;

import ballast.app.align.PairAligner.DocumentLimits;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.format.article.ArticleBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The bytes of the two files of a document, and their SHA-256. */
public final class PairBytes {

  private static final byte[] NOTHING = {};

  private final Waiting waiting;
  private final Row row;
  private final DocumentLimits limits;
  private byte[] source = NOTHING;
  private byte[] target = NOTHING;
  private String sourceSha256 = "";
  private String targetSha256 = "";

  public PairBytes(Waiting waiting, Row row, DocumentLimits limits) {
    this.waiting = waiting;
    this.row = row;
    this.limits = limits;
  }

  /**
   * Reads both files, even if the first fails, so that the SHA-256 of a readable one is known.
   *
   * @throws InputException if one of them cannot be read
   */
  public void read() {
    String sourceName = waiting.pair().article().source();
    String targetName = waiting.pair().article().target();
    @Nullable InputException bad = null;
    try {
      source = bytes(waiting.sourcePath(), Waiting.SOURCE_BYTES, sourceName);
      sourceSha256 = Sha256.hex(source);
    } catch (InputException e) {
      bad = e;
    }
    try {
      target = bytes(waiting.targetPath(), Waiting.TARGET_BYTES, targetName);
      targetSha256 = Sha256.hex(target);
    } catch (InputException e) {
      bad = bad == null ? e : bad;
    }
    if (bad != null) {
      throw bad;
    }
  }

  private byte[] bytes(String path, String column, String name) {
    if (path.isEmpty()) {
      byte[] bytes = row.getAs(column);
      if (bytes == null) {
        throw new InputException("the column of \"" + name + "\" is null", "fill it");
      }
      return bytes;
    }
    Path file = Path.of(path);
    ArticleBytes.requireRegular(file, name);
    try {
      if (Files.isRegularFile(file)) {
        limits.check(Files.size(file), name);
      }
    } catch (IOException e) {
      // reading it reports that
    }
    return ArticleBytes.of(file, name);
  }

  /** Empty before {@link #read}. */
  public byte[] source() {
    return source;
  }

  /** Empty before {@link #read}. */
  public byte[] target() {
    return target;
  }

  /** Empty if the file could not be read. */
  public String sourceSha256() {
    return sourceSha256;
  }

  /** Empty if the file could not be read. */
  public String targetSha256() {
    return targetSha256;
  }
}
