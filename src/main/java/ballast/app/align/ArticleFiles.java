package ballast.app.align;

import ballast.app.Texts;
import ballast.app.Workplace;
import ballast.bitext.Lang;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.format.document.DocumentReader;
import org.jspecify.annotations.Nullable;

interface ArticleFiles {

  ReadText read(DocumentReader reader, String name);

  /**
   * Reads a file that contains a text and its translation.
   *
   * @param from the language of the source; null for the first language of each pair
   * @throws ballast.bitext.InputException if it cannot be read, or does not contain two texts
   */
  BilingualText readBilingual(DocumentReader reader, String name, @Nullable Lang from);

  /** Returns the files of a workplace; {@code -} is standard input. */
  static ArticleFiles of(Workplace workplace) {
    return new ArticleFiles() {
      @Override
      public ReadText read(DocumentReader reader, String name) {
        return Texts.read(workplace, reader, name);
      }

      @Override
      public BilingualText readBilingual(DocumentReader reader, String name, @Nullable Lang from) {
        return Texts.readBilingual(workplace, reader, name, from);
      }
    };
  }

  static ArticleFiles of(Article article, byte[] source, byte[] target) {
    return new ArticleFiles() {
      @Override
      public ReadText read(DocumentReader reader, String name) {
        return reader.read(name.equals(article.source()) ? source : target, name);
      }

      @Override
      public BilingualText readBilingual(DocumentReader reader, String name, @Nullable Lang from) {
        return reader.readBilingual(source, name, from);
      }
    };
  }
}
