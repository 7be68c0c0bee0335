package ballast.cli.diff;

import ballast.bitext.InputException;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code ballast diff} for two reviews. */
final class ReviewerOptions {

  @Option(
      names = "--names",
      paramLabel = "NAME,NAME,NAME",
      split = ",",
      description =
          "What to call draft and reviews, or the reviews alone. Default: the names of the files.")
  List<String> given = List.of();

  @Option(
      names = "--apart",
      description =
          "Both reviews are of the draft; else REVIEW2 is of REVIEW1, and may undo what it did.")
  boolean apart;

  /**
   * @throws InputException if an option was given that is for three versions only
   */
  void refuse() {
    if (apart || !given.isEmpty()) {
      throw new InputException(
          (apart ? "--apart" : "--names") + " is for a draft and two reviews",
          "ballast diff DRAFT REVIEW1 REVIEW2");
    }
  }

  /** The names of the draft and the reviews: three names. */
  List<String> names(List<String> files) {
    if (!given.isEmpty()) {
      if (given.size() < 2 || given.size() > 3 || given.stream().anyMatch(String::isBlank)) {
        throw new InputException(
            "--names takes three names, or two for the reviews", "--names draft,Li,Wang");
      }
      return given.size() == 3 ? given : List.of("draft", given.get(0), given.get(1));
    }
    List<String> names = files.stream().map(ReviewerOptions::last).toList();
    return new HashSet<>(names).size() == 3 ? names : files;
  }

  private static String last(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
