package ballast.cli.option;

import ballast.report.page.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms in which {@code ballast check} writes. */
public final class CheckForms extends Forms {

  public CheckForms() {
    super(
        Form.TEXT,
        Form.JSON,
        Form.SARIF,
        Form.JUNIT,
        Form.CHECKSTYLE,
        Form.GITHUB,
        Form.CSV,
        Form.HTML);
  }

  /** The requested form, or else that of the extension of the output file, or else text. */
  public Form choose(@Nullable Form asked, String extension) {
    return asked == null ? find(extension).orElse(Form.TEXT) : asked;
  }

  /** How findings are grouped in text. */
  public enum Group {
    FILE,
    TERM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
