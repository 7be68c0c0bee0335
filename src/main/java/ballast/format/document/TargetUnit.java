package ballast.format.document;

import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.TextFragment;

/**
 * A translation of a unit.
 *
 * @param unit the unit as it was read
 * @param target its translation, with the codes of that unit
 */
record TargetUnit(ITextUnit unit, TextFragment target) {}
