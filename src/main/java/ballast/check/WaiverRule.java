package ballast.check;

import ballast.bitext.Severity;

/**
 * The rule about waivers that waive nothing. {@link Waivers} finds them after all other findings.
 */
final class WaiverRule implements Rule {

  static final String ID = Waiver.RULE;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a waiver beside a text is incomplete, or has nothing to waive any more";
  }

  @Override
  public boolean isCheap() {
    return true;
  }
}
