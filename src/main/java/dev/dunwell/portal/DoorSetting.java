package dev.dunwell.portal;

/**
 * How an organisation keeps its door.
 *
 * @param linkDays how long a link is good
 * @param olderDays how long it is still good after a newer one went to the same address
 * @param promiseDays the farthest day a payer may name by themselves, counted from the first time they named one
 * @param takesPart whether payers may see this vendor's items beside those of other vendors who take part
 */
public record DoorSetting(int linkDays, int olderDays, int promiseDays, boolean takesPart) {

    /** Of an organisation that has said nothing. */
    public static final DoorSetting DEFAULT = new DoorSetting(90, 14, 30, false);
}
