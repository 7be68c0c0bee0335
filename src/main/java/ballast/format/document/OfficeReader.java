package ballast.format.document;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ContentReader;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
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

  /** The reader of a format. */
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

  /** What is known of a document of a format. */
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
}
