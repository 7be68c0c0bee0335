package ballast.cli.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The options that matter first, in the order in which {@code --help} shows them; {@code
 * --help-all} shows the others too. A command without it shows all but those that every command
 * has.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MainOptions {

  /** The longest name of each, for example {@code --output}; at most six. */
  String[] value();
}
