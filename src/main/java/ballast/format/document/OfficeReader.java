package ballast.format.document;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.FoundContent.ContentReader;
import java.util.List;

/**
 * Reads documents that are ZIP archives with Okapi's filters: Word, PowerPoint, Excel, OpenDocument
 * text, EPUB and IDML.
 */
final class OfficeReader implements ContentReader {

  private final ArticleFormat format;

  private OfficeReader(ArticleFormat format) {
    this.format = format;
  }

  static ContentReader of(ArticleFormat format) {
    return new OfficeReader(format);
  }

  @Override
  public FoundContent read(byte[] bytes, String name) {
    try (PackageFile file = PackageFile.of(bytes, name)) {
      Protection.refuse(file, format);
      Structure structure = structure(file, format);
      List<FoundBlock> blocks =
          Units.read(file, format, structure, /* keepUnits= */ false).stream()
              .map(Units.Found::block)
              .toList();
      return new FoundContent(blocks, structure.notes(), structure.warnings());
    } catch (StackOverflowError e) {
      throw new InputException(
          "cannot read \""
              + name
              + "\": its elements are nested too deep, or its styles are based on each other",
          "open it in its own program and save it anew",
          e);
    }
  }

  static Structure structure(PackageFile file, ArticleFormat format) {
    return switch (format) {
      case DOCX -> new WordStructure(file);
      case PPTX -> new SlideStructure(file);
      case XLSX -> new SheetStructure(file);
      case ODT -> new TextStructure(file);
      case EPUB -> new BookStructure(file);
      default -> new StoryStructure(file);
    };
  }

  /** Rejects documents with encrypted text inside the archive. */
  static final class Protection {

    private Protection() {}

    /**
     * @throws InputException if the document is protected
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
}
