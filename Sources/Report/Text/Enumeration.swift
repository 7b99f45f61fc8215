/// Several names in a sentence.
package enum Enumeration {
    /// `A`, `A and B`, `A, B and C`; the word before the last one may be another.
    package static func words(_ names: [String], last word: String = "and") -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}
