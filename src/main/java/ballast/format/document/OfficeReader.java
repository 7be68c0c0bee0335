package ballast.format.document;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.document.Filters.Use;
import ballast.format.file.XmlEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads documents that are ZIP archives with Okapi's filters: Word, PowerPoint, Excel, OpenDocument
 * text, EPUB and IDML.
 */
final class OfficeReader {

  private OfficeReader() {}

  static FoundContent read(ArticleFormat format, byte[] bytes, String name) {
    try (PackageFile file = open(format, bytes, name, Use.READING)) {
      Structure structure = structure(file, format);
      List<FoundBlock> blocks =
          Units.read(file, format, structure, /* keepUnits= */ false).stream()
              .map(Units.Found::block)
              .toList();
      List<String> notes = new ArrayList<>();
      structure.addNotes(notes);
      return new FoundContent(blocks, notes, structure.warnings());
    } catch (StackOverflowError e) {
      String why = "its elements are nested too deep, or its styles are based on each other";
      throw new InputException(
          "cannot read \"" + name + "\": " + why, "open it in its own program and save it anew", e);
    }
  }

  /**
   * Opens a document for the filters.
   *
   * @throws InputException if it is damaged, too large or protected
   */
  static PackageFile open(ArticleFormat format, byte[] bytes, String name, Use use) {
    PackageFile file = PackageFile.of(bytes, name, use);
    try {
      refuseProtected(file, format);
      SheetXml.complete(file);
      return file;
    } catch (IOException e) {
      file.close();
      throw PackageFile.cannotUnpack(name, e);
    } catch (RuntimeException e) {
      file.close();
      throw e;
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

  private static void refuseProtected(PackageFile file, ArticleFormat format) {
    if (format == ArticleFormat.ODT
        && file.count("META-INF/manifest.xml", xml -> xml.name().equals("encryption-data")) > 0) {
      throw new InputException(
          "cannot read \"" + file.name() + "\": it is protected by a password",
          "open it with its password, save it without one and give that file");
    }
    if (format == ArticleFormat.EPUB
        && file.count("META-INF/encryption.xml", OfficeReader::isText) > 0) {
      throw new InputException(
          "cannot read \"" + file.name() + "\": its text is encrypted (DRM)",
          "give a copy without protection");
    }
  }

  /** Fonts may be encrypted, and often are. */
  private static boolean isText(XmlEvents xml) {
    return xml.name().equals("CipherReference") && xml.attribute("URI").matches("(?i).*\\.x?html?");
  }
}
