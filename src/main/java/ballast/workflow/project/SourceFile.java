package ballast.workflow.project;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.workflow.Workplace;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the source of a translation by its name: {@code a.zh.txt} beside {@code a.en.txt}, {@code
 * zh/a.md} beside {@code en/a.md}.
 */
public final class SourceFile {

  private static final List<String> CHINESE =
      List.of("zh", "zh-CN", "zh-cn", "zh_CN", "zh-Hans", "cn", "zh-TW", "zh-tw", "zh_TW");
  private static final List<String> ENGLISH = List.of("en", "en-US", "en-us", "en_US", "en-GB");

  private SourceFile() {}

  /**
   * The source of a translation.
   *
   * @param translation name of the file, relative to the workplace
   * @param fromEnglish whether the English files are the sources
   * @return empty if no such file is there
   */
  public static Optional<String> of(Workplace workplace, String translation, boolean fromEnglish) {
    MarkedName name = MarkedName.of(translation);
    if (!ArticleFormat.isOne(translation) || (name.isMarked() && isChinese(name, !fromEnglish))) {
      return Optional.empty();
    }
    if (name.isInFolder()) {
      return (fromEnglish ? ENGLISH : CHINESE)
          .stream()
              .map(name::with)
              .filter(file -> Files.isRegularFile(workplace.resolve(file)))
              .findFirst();
    }
    String folder = translation.substring(0, translation.replace('\\', '/').lastIndexOf('/') + 1);
    return beside(workplace, folder)
        .map(folder::concat)
        .filter(ArticleFormat::isOne)
        .filter(file -> isSource(MarkedName.of(file), name, !fromEnglish))
        .min(
            Comparator.comparing((String file) -> !extension(file).equals(extension(translation)))
                .thenComparing(file -> !MarkedName.of(file).isPlain())
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Whether the mark of a file's name says that it is a translation. */
  public static boolean isTranslation(String file, boolean fromEnglish) {
    return isChinese(MarkedName.of(file), fromEnglish);
  }

  private static boolean isChinese(MarkedName name, boolean chinese) {
    return chinese ? name.isChinese() : name.isEnglish();
  }

  private static boolean isSource(MarkedName file, MarkedName translation, boolean chinese) {
    return isChinese(file, chinese)
        && Project.withoutExtension(file.key()).equals(Project.withoutExtension(translation.key()));
  }

  private static Stream<String> beside(Workplace workplace, String folder) {
    try {
      return FolderFiles.of(workplace, folder, 1).names().stream();
    } catch (InputException unreadable) {
      return Stream.empty(); // the translation cannot be read either, which its reader says
    }
  }

  private static String extension(String name) {
    return name.substring(Project.withoutExtension(name).length());
  }
}
