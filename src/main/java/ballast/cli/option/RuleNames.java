package ballast.cli.option;

import ballast.workflow.check.RuleExplanation;
import java.util.Iterator;

/** The names of rules, for completion in a shell. */
public final class RuleNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return new RuleExplanation().names().iterator();
  }
}
