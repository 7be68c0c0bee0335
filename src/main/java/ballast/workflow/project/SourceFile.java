package ballast.workflow.project;

import ballast.format.article.ArticleFormat;
import ballast.workflow.Workplace;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the source of a translation by its name: {@code a.zh.txt} beside {@code a.en.txt}. */
public final class SourceFile {

  private static final List<String> CHINESE =
      List.of(
          "zh", "zh-CN", "zh-cn", "zh-Hans", "zh-hans", "zh_CN", "zh_cn", "cn", "chs", "zh-TW",
          "zh-tw", "zh-Hant", "zh-hant", "zh_TW", "zh_tw", "cht");
  private static final List<String> ENGLISH =
      List.of("en", "en-US", "en-us", "en-GB", "en-gb", "en_US", "en_us", "en_GB", "en_gb", "eng");
  private static final List<String> EXTENSIONS = List.of("txt", "md", "html", "htm");

  private SourceFile() {}

  /**
   * The source of a translation, in the same folder.
   *
   * @param translation name of the file, relative to the workplace
   * @param fromEnglish whether the English files are the sources
   * @return empty if the name has no mark of its language, or no such file is there
   */
  public static Optional<String> of(Workplace workplace, String translation, boolean fromEnglish) {
    if (!isTranslation(translation, fromEnglish) || !ArticleFormat.isOne(translation)) {
      return Optional.empty();
    }
    String extension = translation.substring(translation.lastIndexOf('.') + 1);
    String marked = translation.substring(0, translation.length() - extension.length() - 1);
    String stem = marked.substring(0, marked.lastIndexOf('.') + 1);
    List<String> extensions = new ArrayList<>(List.of(extension));
    extensions.addAll(EXTENSIONS);
    return extensions.stream()
        .flatMap(
            end -> (fromEnglish ? ENGLISH : CHINESE).stream().map(mark -> stem + mark + "." + end))
        .filter(name -> Files.isRegularFile(workplace.resolve(name)))
        .findFirst();
  }

  /** Whether the mark of a file's name says that it is a translation. */
  public static boolean isTranslation(String file, boolean fromEnglish) {
    int cut = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
    @Nullable String mark = Project.mark(file.substring(cut));
    return mark != null && Project.isChineseMark(mark) == fromEnglish;
  }
}
