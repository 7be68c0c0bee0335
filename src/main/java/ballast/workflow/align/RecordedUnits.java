package ballast.workflow.align;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The translation units of aligned articles as the memory has them, with their ids. */
public interface RecordedUnits {

  /** No units, because no memory recorded the articles. */
  RecordedUnits NONE = of(null, List.of());

  /** Language of all source texts; null if there are several or none. */
  @Nullable Lang sourceLang();

  /** Gives the units to {@code action}, in export order. */
  void forEach(Consumer<Unit> action);

  /** These units. */
  static RecordedUnits of(@Nullable Lang sourceLang, List<Unit> units) {
    return new RecordedUnits() {
      @Override
      public @Nullable Lang sourceLang() {
        return sourceLang;
      }

      @Override
      public void forEach(Consumer<Unit> action) {
        units.forEach(action);
      }
    };
  }
}
