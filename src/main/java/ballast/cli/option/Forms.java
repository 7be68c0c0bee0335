package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.report.page.Form;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The forms that one command offers. A subclass without parameters names them; the option {@code
 * --format} takes it as its converter and for completion, so that help, completion and messages all
 * come from this list:
 *
 * <pre>
 * static final class Offered extends Forms {
 *   Offered() {
 *     super(Form.TEXT, Form.JSON);
 *   }
 * }
 * </pre>
 */
public abstract class Forms implements ITypeConverter<Form>, Iterable<String> {

  private final List<Form> forms;

  /**
   * @param forms in the order in which help and messages name them
   */
  protected Forms(Form... forms) {
    this.forms = List.of(forms);
  }

  /** The form of that name, in capitals or not. */
  @Override
  public Form convert(String name) {
    return forms.stream()
        .filter(form -> form.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of " + String.join(", ", this) + " but was '" + name + "'"));
  }

  /** The names, for completion and help. */
  @Override
  public Iterator<String> iterator() {
    return forms.stream().map(Form::toString).iterator();
  }

  /**
   * The form of files whose names end so.
   *
   * @param extension in lower case, without the dot
   */
  public Optional<Form> find(String extension) {
    return forms.stream().filter(form -> form.extensions().contains(extension)).findFirst();
  }

  /**
   * The form of files whose names end so.
   *
   * @param extension in lower case, without the dot
   * @throws InputException if there is none among these
   */
  public Form ofExtension(String extension) {
    return find(extension)
        .orElseThrow(
            () ->
                new InputException(
                    "cannot tell what to write into a file whose name ends in \""
                        + extension
                        + "\"",
                    "end it in " + extensions() + ", or add --format " + String.join("|", this)));
  }

  /** The usual extension of each form: {@code .tmx, .xlf or .tsv}. */
  private String extensions() {
    List<String> extensions =
        forms.stream()
            .flatMap(form -> form.extensions().stream().limit(1))
            .map(extension -> "." + extension)
            .toList();
    int last = extensions.size() - 1;
    return Stream.of(String.join(", ", extensions.subList(0, last)), extensions.get(last))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" or "));
  }
}
