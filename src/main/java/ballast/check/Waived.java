package ballast.check;

/**
 * A finding that a waiver removes.
 *
 * @param checked the finding
 * @param waiver the first waiver that applies to it
 */
public record Waived(LocatedFinding checked, Waiver waiver) {}
