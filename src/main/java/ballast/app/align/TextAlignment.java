package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aligns two texts that are in no file. Thread-safe; aligns one pair at a time.
 *
 * <pre>{@code
 * TextAlignment alignment = new TextAlignment(Workplace.in(folder));
 * AlignedText aligned = alignment.align("桥修好了。我们过河。", "The bridge is done. We cross.", List.of());
 * System.out.println(aligned.alignment().beads().size());
 * }</pre>
 */
public final class TextAlignment {

  private final Workplace workplace;

  /** Null until the first alignment, because it reads the rules for sentences. */
  private @Nullable ArticleReader reader;

  public TextAlignment(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Aligns like {@code ballast align source.txt target.txt --no-tm}.
   *
   * @param concepts terms that help
   * @throws ballast.bitext.InputException if the texts cannot be read as a text and its translation
   */
  public synchronized AlignedText align(String source, String target, List<Concept> concepts) {
    Article article = new Article("source.txt", "target.txt", "source");
    ArticleReader kept =
        reader == null ? new ArticleReader(workplace, ArticleReading.DEFAULT) : reader;
    reader = kept;
    ArticleReader given = kept.of(article, source.getBytes(UTF_8), target.getBytes(UTF_8));
    KnownRenderings terms = KnownRenderings.of(concepts, null);
    return new ArticleAligner(given, Lexicon.bundled(), terms).align(article).text();
  }
}
