package ballast.workflow.corpus;

import ballast.bitext.Lang;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The languages of the units of a corpus that are wanted. A language without a region stands for
 * every one of its variants.
 *
 * @param from contains the language of the source text; null: any
 * @param to contains the language of the target text; null: any
 */
public record UnitLanguages(@Nullable Lang from, @Nullable Lang to) {

  /** Units of all languages. */
  public static final UnitLanguages ALL = new UnitLanguages(null, null);

  /** Whether units of these two languages are wanted. */
  public boolean admit(Lang source, Lang target) {
    return (from == null || from.contains(source)) && (to == null || to.contains(target));
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(from == null ? "" : from.tag());
    out.writeUTF(to == null ? "" : to.tag());
  }

  static UnitLanguages read(DataInput in) throws IOException {
    return new UnitLanguages(language(in.readUTF()), language(in.readUTF()));
  }

  private static @Nullable Lang language(String tag) {
    return tag.isEmpty() ? null : new Lang(tag);
  }
}
