/// The faults of one kind: the first few, and how many there are besides.
struct FaultTally {
    /// The most places of one rule that are listed.
    private static let mostPlaces = 5

    private var first: [RequestFault] = []
    private var rest = 0

    /// Counts a fault; only those that are listed are made.
    mutating func add(_ fault: @autoclosure () -> RequestFault) {
        if first.count < Self.mostPlaces { first.append(fault()) } else { rest += 1 }
    }

    /// The first faults; the last of them says how many there are besides.
    var listed: [RequestFault] {
        var listed = first
        if rest > 0, let last = listed.indices.last { listed[last].more = rest }
        return listed
    }
}
