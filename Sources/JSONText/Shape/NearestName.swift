/// The allowed name that a misspelt one was meant to be.
enum NearestName {
    /// The nearest of the names, if few of its letters differ.
    static func of(_ name: String, among allowed: [String]) -> String? {
        let lowered = name.lowercased()
        let scored = allowed.map { (name: $0, distance: distance(lowered, $0.lowercased())) }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        // Two letters exchanged count twice, so even a short name may differ in two.
        let tolerated = best.name.count < 4 ? 1 : max(2, best.name.count / 3)
        return best.distance <= tolerated ? best.name : nil
    }

    /// How many letters must be put in, taken out or exchanged to make one of the other (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.unicodeScalars.prefix(64))
        var row = Array(0...right.count)
        for (line, scalar) in left.unicodeScalars.prefix(64).enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let exchanged = diagonal + (scalar == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(exchanged, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
