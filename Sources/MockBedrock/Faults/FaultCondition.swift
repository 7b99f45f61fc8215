/// Which calls a fault strikes.
struct FaultCondition: Sendable, Hashable {
    /// The model ids it strikes, `*` standing for any run of characters; nil strikes all.
    var model: String?
    /// The operation it strikes; nil strikes both.
    var operation: Operation?
    /// The first of the matching calls that it strikes, from 1.
    var nth = 1
    /// How many calls it strikes; nil for all from then on.
    var times: Int?
    /// How likely it strikes each of them, above 0 and up to 1.
    var probability = 1.0
    /// Where the sequence of chances begins.
    var seed: UInt64 = 1

    /// The calls that faults are made for.
    enum Operation: String, Sendable, Hashable, CaseIterable {
        case converse
        case converseStream = "converse-stream"
    }

    /// Whether a call is of the kind it strikes, whatever its number.
    func matches(model id: String, operation called: Operation) -> Bool {
        if let operation, operation != called { return false }
        guard let model else { return true }
        return Self.matches(Array(model.utf8)[...], Array(id.utf8)[...])
    }

    /// A pattern with stars against a text, without backtracking beyond the last star.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var (place, end) = (pattern.startIndex, text.startIndex)
        var star: (place: Int, end: Int)?
        while end < text.endIndex {
            if place < pattern.endIndex, pattern[place] == UInt8(ascii: "*") {
                star = (place, end)
                place += 1
            } else if place < pattern.endIndex, pattern[place] == text[end] {
                place += 1
                end += 1
            } else if let last = star {
                star = (last.place, last.end + 1)
                (place, end) = (last.place + 1, last.end + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
