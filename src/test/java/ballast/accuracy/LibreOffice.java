package ballast.accuracy;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** LibreOffice without a window, with a profile of its own. */
final class LibreOffice {

  private final Path profile;

  /**
   * @param profile a folder that it may fill
   */
  LibreOffice(Path profile) {
    this.profile = profile;
  }

  /**
   * Converts files; those that it cannot open are missing in the folder.
   *
   * @param to a format as LibreOffice calls it: {@code pdf}, {@code txt:Text}
   */
  void convert(List<Path> files, String to, Path folder) {
    List<String> line =
        new ArrayList<>(
            List.of("soffice", "--headless", "-env:UserInstallation=" + profile.toUri()));
    line.addAll(List.of("--convert-to", to, "--outdir", folder.toString()));
    files.forEach(file -> line.add(file.toString()));
    try {
      new ProcessBuilder(line).redirectErrorStream(true).start().getInputStream().readAllBytes();
    } catch (IOException e) {
      assumeThat(e).as("LibreOffice is not installed").isNull();
    }
  }

  /** The letters of each page of a PDF, the pages apart. Digits may be a time. */
  static String shownIn(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      StringBuilder shown = new StringBuilder();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper
            .getText(document)
            .codePoints()
            .filter(Character::isLetter)
            .forEach(shown::appendCodePoint);
        shown.append('\f');
      }
      return shown.toString();
    }
  }
}
