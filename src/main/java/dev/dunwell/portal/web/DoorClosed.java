package dev.dunwell.portal.web;

/** There is nothing behind this address, for whatever reason: unknown, over, taken back, somebody else's. */
final class DoorClosed extends RuntimeException {

    DoorClosed() {
        super("There is no such door.");
    }
}
