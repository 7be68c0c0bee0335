package ballast.format.document;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;

/** Refuses documents whose text is encrypted inside the archive. */
final class Protection {

  private Protection() {}

  /**
   * Refuses a protected document.
   *
   * @throws InputException if it is
   */
  static void refuse(PackageFile file, ArticleFormat format) {
    if (format == ArticleFormat.ODT && names(file, "META-INF/manifest.xml", "encryption-data")) {
      throw new InputException(
          "cannot read \"" + file.name() + "\": it is protected by a password",
          "open it with its password, save it without one and give that file");
    }
    if (format == ArticleFormat.EPUB && encryptsText(file)) {
      throw new InputException(
          "cannot read \"" + file.name() + "\": its text is encrypted (DRM)",
          "give a copy without protection");
    }
  }

  private static boolean names(PackageFile file, String part, String element) {
    boolean[] found = new boolean[1];
    Relations.elements(file, part, xml -> found[0] |= xml.name().equals(element));
    return found[0];
  }

  /** Fonts may be encrypted, and often are. */
  private static boolean encryptsText(PackageFile file) {
    boolean[] found = new boolean[1];
    Relations.elements(
        file,
        "META-INF/encryption.xml",
        xml ->
            found[0] |=
                xml.name().equals("CipherReference")
                    && xml.attribute("URI").matches("(?i).*\\.x?html?"));
    return found[0];
  }
}
