package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReaderOptions;
import ballast.format.unit.PairOptions;
import ballast.format.unit.UnitFile;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The options for reading the files of versions.
 *
 * @param reader encoding and layout of texts; if each line is a block, it is also a sentence
 * @param source the source of both versions, or of the new one if {@code oldSource} is given; null
 *     if there is none
 * @param oldSource the source of the old version; null if it is {@code source}
 */
public record VersionReading(
    ReaderOptions reader,
    SegmenterOptions segmentation,
    Languages languages,
    @Nullable String source,
    @Nullable String oldSource) {

  /** Detects languages and encodings; compares without a source. */
  public static final VersionReading DEFAULT =
      new VersionReading(
          ReaderOptions.DEFAULT,
          SegmenterOptions.DEFAULT,
          new Languages(null, null, false),
          null,
          null);

  /**
   * The two languages.
   *
   * @param source of the sources; null to detect it in a text, Chinese in a file of units
   * @param target of the translations; null to detect it in a text, English in a file of units
   * @param acceptVariant whether a Chinese text may be in another script than requested, or than
   *     its code implies
   */
  public record Languages(@Nullable Lang source, @Nullable Lang target, boolean acceptVariant) {}

  /** Returns the same options with the source of both versions. */
  public VersionReading withSource(String newSource) {
    return new VersionReading(reader, segmentation, languages, newSource, oldSource);
  }

  public VersionReading withOldSource(String newOldSource) {
    return new VersionReading(reader, segmentation, languages, source, newOldSource);
  }

  PairOptions pairs() {
    Lang from = languages.source();
    Lang to = languages.target();
    return new PairOptions(
            from == null ? Lang.ZH_CN : from,
            to == null ? Lang.EN_US : to,
            languages.acceptVariant(),
            Unit.Status.DRAFT,
            Instant.EPOCH)
        .asked(from != null, to != null);
  }

  boolean isByLine() {
    return reader.layout() == ReaderOptions.Layout.LINES;
  }

  /**
   * Refuses a source that cannot be used.
   *
   * @throws InputException if a source was given
   */
  public void refuseSource(String reason) {
    if (source != null || oldSource != null) {
      String option = source == null ? "--old-source" : "--source";
      throw new InputException(option + " cannot be used here: " + reason, "leave it out");
    }
  }

  /**
   * A file that contains one version.
   *
   * @param name as the user gave it; its extension determines the form
   * @param file relative to the workplace; {@code -} is standard input; empty: the version does not
   *     exist
   */
  public record VersionFile(String name, String file) {

    /** In bytes. */
    private static final long MAX_BLANK = 1_000;

    public static VersionFile of(String name) {
      return new VersionFile(name, name);
    }

    /** Returns a version that does not exist, because the file is new or was removed. */
    public static VersionFile absent(String name) {
      return new VersionFile(name, "");
    }

    /**
     * Returns a version of one of several files. A file without any text is a version that does not
     * exist.
     */
    static VersionFile orAbsent(Workplace workplace, String name, String file) {
      Path path = workplace.resolve(file);
      try {
        // Longer files of white space alone are left to the reader.
        return Files.isRegularFile(path)
                && Files.size(path) <= MAX_BLANK
                && new String(Files.readAllBytes(path), UTF_8).replace("\uFEFF", "").isBlank()
            ? absent(name)
            : new VersionFile(name, file);
      } catch (IOException e) {
        return new VersionFile(name, file); // The reader reports the problem.
      }
    }

    boolean holdsUnits() {
      return UnitFile.isOne(isAbsent() ? name : file);
    }

    /** Whether it is an article, by the user's name or the copy's, which ends in that name. */
    boolean holdsText() {
      return !UnitFile.isOne(name) && ArticleFormat.isOne(name);
    }

    boolean isAbsent() {
      return file.isEmpty();
    }
  }
}
