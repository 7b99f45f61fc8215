/// Several names in a sentence.
package enum Enumeration {
    /// `A`, `A and B`, `A, B and C`.
    package static func words(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
