package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.SourceFile;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares one of several files beside its source, which is found by its name. */
final class BesideSource {

  private final Workplace workplace;
  private final Notices notices;
  private final VersionReading reading;

  /**
   * Compares under these options.
   *
   * @param reading a source that it names is that of every file
   */
  BesideSource(Workplace workplace, Notices notices, VersionReading reading) {
    this.workplace = workplace;
    this.notices = notices;
    this.reading = reading;
  }

  /** Whether the English files are the sources. */
  static boolean isFromEnglish(VersionReading reading) {
    @Nullable Lang lang = reading.languages().source();
    return lang != null && lang.language().equals("en");
  }

  /**
   * Compares with the source of the new version, and without it if it cannot be used.
   *
   * @param revised the new version
   * @param oldSource the source of the old version, by the name of the new source; empty if it is
   *     the same
   * @param compare compares under the options that it is given
   */
  ComparedVersions compare(
      String revised,
      Function<String, Optional<String>> oldSource,
      Function<VersionReading, ComparedVersions> compare) {
    Optional<String> source =
        reading.source() != null
            ? Optional.empty()
            : SourceFile.of(workplace, revised, isFromEnglish(reading));
    if (source.isEmpty()) {
      return compare.apply(reading);
    }
    VersionReading beside = reading.withSource(source.get());
    Optional<String> old = oldSource.apply(source.get());
    try {
      return compare.apply(old.isPresent() ? beside.withOldSource(old.get()) : beside);
    } catch (InputException e) {
      ComparedVersions compared = compare.apply(reading); // Fails if the source is not to blame.
      notices.warn(revised + " is compared without its source: " + e.getMessage());
      return compared;
    }
  }
}
