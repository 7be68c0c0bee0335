package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.SourceFile;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares a file with its source, which is found by name. Used when several files are compared.
 */
final class BesideSource {

  private final Workplace workplace;
  private final Notices notices;
  private final VersionReading reading;

  /**
   * @param reading if it names a source, that is the source of every file
   */
  BesideSource(Workplace workplace, Notices notices, VersionReading reading) {
    this.workplace = workplace;
    this.notices = notices;
    this.reading = reading;
  }

  static boolean isFromEnglish(VersionReading reading) {
    @Nullable Lang lang = reading.languages().source();
    return lang != null && lang.language().equals("en");
  }

  /**
   * Compares with the source of the new version, or without it if it is unusable.
   *
   * @param oldSource returns the source of the old version for the name of the new source; empty if
   *     they are the same
   * @param compare compares with the given options
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
