/// Header lines, one behind the other with a NUL at the end of each, as C takes them.
///
/// In one piece: an array for each line and a copy of it for curl would cost more than all options of a transfer.
struct HeaderLines {
    private(set) var bytes: [UInt8] = []
    /// Where each line begins.
    private(set) var starts: [Int] = []

    init() {
        bytes.reserveCapacity(1024)
        starts.reserveCapacity(12)
    }

    /// Adds the line of a name, what stands behind it, and a value, none of which may have a NUL in it.
    mutating func append(_ name: String, _ mark: String, _ value: [UInt8]) {
        starts.append(bytes.count)
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: mark.utf8)
        bytes.append(contentsOf: value)
        bytes.append(0)
    }
}
