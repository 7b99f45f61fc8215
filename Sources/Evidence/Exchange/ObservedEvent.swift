import EventStream

/// One event of a streamed answer without its frame, as clients log it.
package struct ObservedEvent: Sendable, Hashable {
    /// `:event-type` and the others.
    package var headers: [String: String]
    package var payload: [UInt8]

    package init(headers: [String: String], payload: [UInt8] = []) {
        self.headers = headers
        self.payload = payload
    }

    /// Whether the bytes begin with the lengths of a frame and their checksum.
    static func isStream(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 16 else { return false }
        var decoder = EventStreamDecoder()
        decoder.feed(Array(bytes.prefix(12)))
        do throws(EventStreamError) {
            return try decoder.next() == nil
        } catch {
            return false
        }
    }
}
