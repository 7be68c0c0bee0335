package ballast.app.project;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the source of a translation by name: {@code a.zh.txt} next to {@code a.en.txt}, {@code
 * zh/a.md} for {@code en/a.md}.
 */
public final class SourceFile {

  private SourceFile() {}

  /** Returns the source of a translation; empty if there is no such file. */
  public static Optional<String> of(Workplace workplace, String translation, boolean fromEnglish) {
    if (!ArticleFormat.isOne(translation) || MarkedName.of(translation).isSource(fromEnglish)) {
      return Optional.empty();
    }
    return folders(workplace, translation, fromEnglish)
        .flatMap(folder -> beside(workplace, folder).map(file -> folder + file))
        .filter(ArticleFormat::isOne)
        .filter(file -> !file.equals(translation) && isSource(file, translation, fromEnglish))
        .min(
            Comparator.comparing((String file) -> !extension(file).equals(extension(translation)))
                .thenComparing(file -> !MarkedName.of(file).isPlain())
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isSource(String file, String translation, boolean fromEnglish) {
    List<MarkedName> translations = MarkedName.all(translation);
    return MarkedName.all(file).stream()
        .filter(source -> source.isSource(fromEnglish))
        .anyMatch(
            source ->
                translations.stream().anyMatch(source::isCounterpartInAnyFormatOf)
                    || (translations.isEmpty()
                        && source.equals(MarkedName.of(file))
                        && MarkedName.withoutExtension(source.key())
                            .equals(MarkedName.withoutExtension(translation))));
  }

  /** Returns the folders to search: the translation's folder, and the siblings of a marked one. */
  private static Stream<String> folders(
      Workplace workplace, String translation, boolean fromEnglish) {
    String own = translation.substring(0, translation.replace('\\', '/').lastIndexOf('/') + 1);
    return Stream.concat(
            Stream.of(own),
            MarkedName.all(own).stream()
                .filter(MarkedName::isInFolder)
                .flatMap(folder -> siblings(workplace, folder))
                .filter(
                    folder ->
                        MarkedName.all(folder).stream()
                            .anyMatch(name -> name.isSource(fromEnglish))))
        .distinct();
  }

  private static Stream<String> siblings(Workplace workplace, MarkedName folder) {
    try (Stream<Path> all = Files.list(workplace.resolve(folder.before()))) {
      return all
          .map(path -> folder.with(String.valueOf(path.getFileName())))
          .filter(name -> Files.isDirectory(workplace.resolve(name)))
          .toList()
          .stream();
    } catch (IOException | InputException unreadable) {
      return Stream.empty();
    }
  }

  private static Stream<String> beside(Workplace workplace, String folder) {
    try {
      return FolderFiles.of(workplace, folder, 1).names().stream();
    } catch (InputException unreadable) {
      return Stream.empty(); // the translation's reader reports the same problem
    }
  }

  private static String extension(String name) {
    return name.substring(MarkedName.withoutExtension(name).length());
  }
}
