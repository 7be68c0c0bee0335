package ballast.check;

/**
 * A finding that a waiver takes away.
 *
 * @param checked the finding
 * @param waiver the first waiver that is for it
 */
public record Waived(LocatedFinding checked, Waiver waiver) {}
